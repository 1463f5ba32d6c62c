import type { AppContext } from '../../context.ts'
import type { Membership } from '../../policy.ts'
import { noteSecurity } from '../../sign-in/security-journal.ts'
import { endSessionsOf } from '../../sign-in/sessions.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { personOfProgramme, requireOfficeLeft } from './person-of-programme.ts'
import { checkRoles } from './check-roles.ts'
import { setRoles } from './set-roles.ts'

export interface Changed {
  changed: boolean
}

/** Gives a person other roles in a programme and ends their sessions: they sign in anew and have what they have now. */
export function changeRoles(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  { person, roles }: { person: string; roles: readonly Membership[] },
): Promise<Changed> {
  return store.change(
    request,
    async (change) => {
      await personOfProgramme(change, person)
      checkRoles(change.before, roles)
      await requireOfficeLeft(change, person, roles)
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
