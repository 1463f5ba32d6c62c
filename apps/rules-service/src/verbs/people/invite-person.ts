import type { InvitedPerson } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { invite } from '../../sign-in/invitations.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { addMember, addPerson, type NewPerson } from './add-person.ts'
import { checkRoles } from './check-roles.ts'
import { giveSingleSignOn } from './give-single-sign-on.ts'
import { personOfProgramme, requireOfThisProgrammeAlone } from './person-of-programme.ts'

/**
 * Adds a person to a programme and answers the link by which they come in; none for somebody whom the provider of single
 * sign-on knows by `subject`, who may sign in at once.
 */
export function invitePerson(
  { store, config }: Pick<AppContext, 'store' | 'config'>,
  request: ChangeRequest,
  { subject, ...person }: NewPerson & { subject?: string | undefined },
): Promise<InvitedPerson> {
  return store.change(
    unkept(request),
    async (change): Promise<{ id: string; invitation: string | null }> => {
      checkRoles(change.before, person.roles)
      if (subject === undefined) return addPerson(change, person)
      const id = await addMember(change, person)
      await giveSingleSignOn(change, config.signIn.singleSignOn, { person: id, subject })
      return { id, invitation: null }
    },
    (_outcome, { id, invitation }) => ({
      id,
      link: invitation === null ? null : linkOf(request.programme, invitation),
    }),
  )
}

/** Makes a new link for somebody who lost the first, or their authenticator app; earlier ones work no more. */
export function inviteAgain(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  person: string,
): Promise<InvitedPerson> {
  return store.change(
    unkept(request),
    async (change) => {
      const { disabledAt } = await personOfProgramme(change, person)
      // Whoever has the link is that person: also where the other programme's office never agreed to it.
      await requireOfThisProgrammeAlone(change, person)
      if (disabledAt) throw new AppError('conflict', 'This person is switched off. Switch them on first.')
      change.note({
        action: 'person.invited',
        kind: 'person',
        id: person,
        title: '',
        before: null,
        after: null,
        why: null,
      })
      return invite(change.db, { person, by: change.actor, at: change.at })
    },
    (_outcome, invitation) => ({ id: person, link: linkOf(request.programme, invitation) }),
  )
}

/** The answer holds a secret, so it is not kept with an idempotency key. */
function unkept(request: ChangeRequest): ChangeRequest {
  return { ...request, idempotency: null }
}

function linkOf(programme: string, invitation: string): string {
  return `/governance/${programme}/#invitation=${invitation}`
}
