import { eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { noteSecurity } from '../../sign-in/security-journal.ts'
import { people } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import type { Changed } from './change-roles.ts'
import { requirePersonVersion } from './require-person-version.ts'
import { personOfProgramme } from './person-of-programme.ts'

/** Holds the data of a person, as for a freedom-of-information request, or lets go of them with `because` null. */
export function holdPerson(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  { person, because, version }: { person: string; because: string | null; version: number },
): Promise<Changed> {
  return store.change(
    request,
    async (change) => {
      const { db, actor, at } = change
      const { heldBecause } = await personOfProgramme(change, person)
      await requirePersonVersion(change, person, version)
      if (heldBecause === because) return { changed: false }
      await db.update(people).set({ heldBecause: because }).where(eq(people.id, person))
      const action = because === null ? 'person.released' : 'person.held'
      change.note({
        action,
        kind: 'person',
        id: person,
        title: '',
        before: { heldBecause },
        after: { heldBecause: because },
        why: because,
      })
      await noteSecurity(db, { actor, action, person }, at)
      return { changed: true }
    },
    (_outcome, answer) => answer,
  )
}
