import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { noteSecurity } from '../../sign-in/security-journal.ts'
import type { ChangeRequest } from '../../store/store.ts'
import type { Changed } from './change-roles.ts'
import { forgetPerson } from './forget-person.ts'
import {
  personOfProgramme,
  requireHandedOver,
  requireOfficeLeft,
  requireOfThisProgrammeAlone,
} from './person-of-programme.ts'
import { requirePersonVersion } from './require-person-version.ts'
import { setRoles } from './set-roles.ts'

/**
 * Takes a person's name and account out for good, and their roles away. Journals hold their id alone, so every hash
 * stays what it was. Throws `stale-version`, and `conflict` while the data are
 * held, or there are tasks to hand over.
 */
export function removePerson(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  { person: id, version }: { person: string; version: number },
): Promise<Changed> {
  return store.change(
    request,
    async (change) => {
      const { db, actor, at } = change
      const person = await personOfProgramme(change, id)
      await requirePersonVersion(change, id, version)
      if (id === actor) throw new AppError('conflict', 'You cannot remove yourself. Somebody else can.')
      if (person.heldBecause !== null)
        throw new AppError(
          'conflict',
          `The data of this person are held: ${person.heldBecause}. Nothing was removed.`,
        )
      await requireOfThisProgrammeAlone(change, id)
      await requireOfficeLeft(change, id, [])
      requireHandedOver(change, id)
      await setRoles(change, { person: id, roles: [], why: null })
      await forgetPerson(db, person, at)
      change.note({
        action: 'person.removed',
        kind: 'person',
        id,
        title: '',
        before: null,
        after: null,
        why: null,
      })
      await noteSecurity(db, { actor, action: 'person.removed', person: id }, at)
      return { changed: true }
    },
    (_outcome, answer) => answer,
  )
}
