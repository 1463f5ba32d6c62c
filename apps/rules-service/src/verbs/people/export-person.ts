import type { PersonExport } from '@workplan/domain'
import { and, asc, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { noteSecurity, securityEventsOf } from '../../sign-in/security-journal.ts'
import { authUsers, journal, people } from '../../store/schema/index.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { findName } from './find-name.ts'
import { keptForOneself } from './kept-for-oneself.ts'
import { listPeople } from './list-people.ts'
import { personOfProgramme } from './person-of-programme.ts'

type Person = typeof people.$inferSelect

/** Everything held about a person that this programme's office may see. That it was taken out is journalled. */
export function exportPerson(
  context: Pick<AppContext, 'store' | 'database'>,
  request: ChangeRequest,
  id: string,
): Promise<PersonExport> {
  return takeOut(context, request, (change) => personOfProgramme(change, id))
}

/** As exportPerson, for the person who asks. */
export function exportOwnData(
  context: Pick<AppContext, 'store' | 'database'>,
  request: ChangeRequest,
): Promise<PersonExport> {
  return takeOut(context, request, async ({ db, actor }) => {
    const [person] = await db.select().from(people).where(eq(people.id, actor))
    if (!person) throw new AppError('not-found', 'There is no such person.')
    return person
  })
}

function takeOut(
  { store, database }: Pick<AppContext, 'store' | 'database'>,
  request: ChangeRequest,
  find: (change: Change) => Promise<Person>,
): Promise<PersonExport> {
  return store.change(
    { ...request, idempotency: null },
    async (change) => {
      const { db, actor, at, before } = change
      const person = await find(change)
      await noteSecurity(db, { actor, action: 'person.exported', person: person.id }, at)
      const [user] = person.user ? await db.select().from(authUsers).where(eq(authUsers.id, person.user)) : []
      const security = await securityEventsOf(database, person.id)
      const done = await db
        .select()
        .from(journal)
        .where(and(eq(journal.programme, request.programme), eq(journal.actor, person.id)))
        .orderBy(asc(journal.seq))
      const listed = (await listPeople(database, before)).find((entry) => entry.id === person.id)
      return {
        person: {
          id: person.id,
          name: person.name,
          title: person.title,
          heldBecause: person.heldBecause,
          disabledAt: person.disabledAt?.toISOString() ?? null,
        },
        account: user ? { address: user.email, since: user.createdAt.toISOString() } : null,
        roles: listed?.roles ?? [],
        security: security.map(({ at: when, action, detail }) => ({
          at: when.toISOString(),
          action,
          detail,
        })),
        comments: before.state.records.comment
          .filter(({ by }) => by === person.id)
          .map(({ at: when, about, text }) => ({ at: when, about, text })),
        ...(await keptForOneself(db, request.programme, person.id)),
        named: await findName(db, request.programme, person.name),
        journal: done.map(({ seq, at: when, action, kind, recordId }) => ({
          seq,
          at: when.toISOString(),
          action,
          kind,
          id: recordId,
        })),
      }
    },
    (_outcome, answer) => answer,
  )
}
