import { invite } from '../sign-in/invitations.ts'
import type { Database } from '../store/database.ts'
import { people } from '../store/schema/index.ts'

/** Adds a person without a way to sign in; answers the secret of their one-time link. */
export async function addInvitedPerson(database: Database, id: string, at = new Date()): Promise<string> {
  await database.insert(people).values({ id, name: 'Somebody invited', title: 'Analyst' })
  return database.transaction((db) => invite(db, { person: id, by: 'system', at }))
}
