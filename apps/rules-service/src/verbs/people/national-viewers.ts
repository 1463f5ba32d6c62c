import type { PersonView } from '@workplan/domain'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { invite } from '../../sign-in/invitations.ts'
import { noteSecurity } from '../../sign-in/security-journal.ts'
import { endSessionsOf } from '../../sign-in/sessions.ts'
import type { Database } from '../../store/database.ts'
import { inMembershipsOf } from '../../store/isolation.ts'
import { memberships, people } from '../../store/schema/index.ts'
import type { AddedPerson } from './add-person.ts'
import { forgetPerson } from './forget-person.ts'

type Sources = Pick<AppContext, 'database' | 'now'>

/** Who looks at every programme, by name, but for those who are switched off. */
export function listNationalViewers(database: Database): Promise<PersonView[]> {
  const { id, name, title, national, disabledAt } = people
  return database
    .select({ id, name, title })
    .from(people)
    .where(and(eq(national, true), isNull(disabledAt)))
    .orderBy(asc(name), asc(id))
}

/** Makes somebody who may look at every programme and change nothing. No role in a programme can do that. */
export function addNationalViewer(
  { database, now }: Sources,
  { name, title }: { name: string; title: string },
): Promise<AddedPerson> {
  const id = `person.${randomUUID()}`
  return database.transaction(async (db) => {
    await db.insert(people).values({ id, name, title, national: true })
    return { id, invitation: await invite(db, { person: id, by: 'system', at: now() }) }
  })
}

/**
 * Takes out for good somebody who has no role in any programme, as a national viewer, also one who was ended. Throws
 * `not-found` for anybody else, and `conflict` while their data are held.
 */
export async function removeNationalViewer({ database, now }: Sources, id: string): Promise<void> {
  const roles = await inMembershipsOf(database, id, (db) =>
    db.select({ id: memberships.id }).from(memberships).where(eq(memberships.person, id)).limit(1),
  )
  return database.transaction(async (db) => {
    const [person] = await db.select().from(people).where(eq(people.id, id)).for('update')
    if (!person || person.removedAt !== null || roles.length > 0)
      throw new AppError('not-found', 'There is nobody of that id who has no role in a programme.')
    if (person.heldBecause !== null)
      throw new AppError('conflict', `The data of this person are held: ${person.heldBecause}.`)
    const at = now()
    await forgetPerson(db, person, at)
    await noteSecurity(db, { actor: 'system', action: 'person.removed', person: id }, at)
  })
}

/** Switches a national viewer off, with every session of theirs. Throws `not-found` for anybody else. */
export function endNationalViewer({ database, now }: Sources, id: string): Promise<void> {
  return database.transaction(async (db) => {
    const at = now()
    const ended = await db
      .update(people)
      .set({ national: false, disabledAt: at })
      .where(and(eq(people.id, id), eq(people.national, true)))
      .returning({ id: people.id })
    if (ended.length === 0) throw new AppError('not-found', 'There is no such national viewer.')
    await endSessionsOf(db, id)
    await noteSecurity(db, { actor: 'system', action: 'person.disabled', person: id }, at)
  })
}
