import { eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { noteSecurity } from '../../sign-in/security-journal.ts'
import { endSessionsOf } from '../../sign-in/sessions.ts'
import { people } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import type { Changed } from './change-roles.ts'
import { requirePersonVersion } from './require-person-version.ts'
import { personOfProgramme, requireOfficeLeft, requireOfThisProgrammeAlone } from './person-of-programme.ts'

/** Switches a person off, with every session of theirs at once, or on again. */
export function switchPerson(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  { person, on, version }: { person: string; on: boolean; version: number },
): Promise<Changed> {
  return store.change(
    request,
    async (change) => {
      const { db, at, actor } = change
      const { disabledAt } = await personOfProgramme(change, person)
      await requirePersonVersion(change, person, version)
      if (person === actor)
        throw new AppError('conflict', 'You cannot switch yourself off. Somebody else can.')
      await requireOfThisProgrammeAlone(change, person)
      if (on === (disabledAt === null)) return { changed: false }
      if (!on) await requireOfficeLeft(change, person, [])
      const action = on ? 'person.enabled' : 'person.disabled'
      await db
        .update(people)
        .set({ disabledAt: on ? null : at })
        .where(eq(people.id, person))
      if (!on) await endSessionsOf(db, person)
      change.note({
        action,
        kind: 'person',
        id: person,
        title: '',
        before: { on: !on },
        after: { on },
        why: null,
      })
      await noteSecurity(db, { actor, action, person }, at)
      return { changed: true }
    },
    (_outcome, answer) => answer,
  )
}
