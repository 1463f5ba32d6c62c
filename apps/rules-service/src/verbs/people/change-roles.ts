import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Membership } from '../../policy.ts'
import { noteSecurity } from '../../sign-in/security-journal.ts'
import { endSessionsOf } from '../../sign-in/sessions.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import {
  personOfProgramme,
  requireHandedOver,
  requireOfficeLeft,
  worksElsewhere,
} from './person-of-programme.ts'
import { requirePersonVersion } from './require-person-version.ts'
import { checkRoles } from './check-roles.ts'
import { setRoles } from './set-roles.ts'

export interface Changed {
  changed: boolean
}

/**
 * Gives a person other roles in a programme and ends their sessions: they sign in anew and have what they have now. Throws
 * `conflict` while somebody who would leave has tasks to hand over, and where no role would be left to them anywhere: their
 * name would stay with nobody to take it out.
 */
export function changeRoles(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  { person, roles, version }: { person: string; roles: readonly Membership[]; version: number },
): Promise<Changed> {
  return store.change(
    request,
    async (change) => {
      await personOfProgramme(change, person)
      await requirePersonVersion(change, person, version)
      checkRoles(change.before, roles)
      await requireOfficeLeft(change, person, roles)
      if (roles.length === 0) {
        await requireOtherRole(change, person)
        requireHandedOver(change, person)
      }
      const changed = await setRoles(change, { person, roles, why: null })
      if (!changed) return { changed }
      const detail = { programme: request.programme }
      await noteSecurity(
        change.db,
        { actor: change.actor, action: 'roles.changed', person, detail },
        change.at,
      )
      if (person !== change.actor) await endSessionsOf(change.db, person)
      return { changed }
    },
    (_outcome, answer) => answer,
  )
}

async function requireOtherRole(change: Change, person: string): Promise<void> {
  if (await worksElsewhere(change, person)) return
  throw new AppError(
    'conflict',
    'This would be the last role of this person. Switch them off or remove them instead.',
  )
}
