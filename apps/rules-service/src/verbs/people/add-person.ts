import { randomUUID } from 'node:crypto'
import type { Membership } from '../../policy.ts'
import { invite } from '../../sign-in/invitations.ts'
import { people } from '../../store/schema/index.ts'
import type { Change } from '../../store/store.ts'
import { setRoles } from './set-roles.ts'

export interface NewPerson {
  name: string
  title: string
  roles: readonly Membership[]
}

/** A person who is there from now on, and the secret of the link by which they come in for the first time. */
export interface AddedPerson {
  id: string
  invitation: string
}

/** Adds a person to the programme of the change, with a link to come in by. */
export async function addPerson(change: Change, person: NewPerson): Promise<AddedPerson> {
  const id = await addMember(change, person)
  return { id, invitation: await invite(change.db, { person: id, by: change.actor, at: change.at }) }
}

/** Adds a person without a way in. The id says nothing about them: it stands in journals for ever. */
export async function addMember(change: Change, { name, title, roles }: NewPerson): Promise<string> {
  const id = `person.${randomUUID()}`
  await change.db.insert(people).values({ id, name, title })
  await setRoles(change, { person: id, roles, why: null })
  return id
}
