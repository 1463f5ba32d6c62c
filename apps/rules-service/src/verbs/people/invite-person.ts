import type { InvitedPerson } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { invite } from '../../sign-in/invitations.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { addMember, addPerson, type NewPerson } from './add-person.ts'
import { checkRoles } from './check-roles.ts'
import { giveSingleSignOn } from './give-single-sign-on.ts'
import { personOfProgramme, requireOfThisProgrammeAlone } from './person-of-programme.ts'

/**
 * Adds a person to a programme and answers the link by which they come in; none for somebody whom the provider of single
 * sign-on knows by `subject`, who may sign in at once. The same request sent again adds nobody: the link is a secret and
 * kept nowhere, so it is answered with a new one, or with none where they have come in meanwhile.
 */
export async function invitePerson(
  { store, config }: Pick<AppContext, 'store' | 'config'>,
  request: ChangeRequest,
  { subject, ...person }: NewPerson & { subject?: string | undefined },
): Promise<InvitedPerson> {
  // Stays undefined where the person was added by the same request, sent before.
  let invitation: string | null | undefined
  const { id } = await store.change(
    request,
    async (change) => {
      checkRoles(change.before, person.roles)
      if (subject === undefined) {
        const added = await addPerson(change, person)
        invitation = added.invitation
        return added.id
      }
      const id = await addMember(change, person)
      await giveSingleSignOn(change, config.signIn.singleSignOn, { person: id, subject })
      invitation = null
      return id
    },
    (_outcome, id) => ({ id }),
  )
  if (invitation !== undefined) return invited(request, id, invitation)
  return subject === undefined ? linkUnlessIn({ store }, request, id) : invited(request, id, null)
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
      return newInvitation(change, person)
    },
    (_outcome, invitation) => invited(request, person, invitation),
  )
}

/** A new link for somebody who was invited and has not come in; none for anybody else. */
function linkUnlessIn(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  person: string,
): Promise<InvitedPerson> {
  return store.change(
    unkept(request),
    async (change) => {
      const { user, disabledAt } = await personOfProgramme(change, person)
      return user === null && !disabledAt ? newInvitation(change, person) : null
    },
    (_outcome, invitation) => invited(request, person, invitation),
  )
}

function newInvitation(change: Change, person: string): Promise<string> {
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
}

/** The answer holds a secret, so it is not kept with an idempotency key. */
function unkept(request: ChangeRequest): ChangeRequest {
  return { ...request, idempotency: null }
}

function invited({ programme }: ChangeRequest, id: string, invitation: string | null): InvitedPerson {
  return { id, link: invitation === null ? null : `/governance/${programme}/#invitation=${invitation}` }
}
