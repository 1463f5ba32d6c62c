import type { PersonExport } from '@workplan/domain'
import { and, asc, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { noteSecurity, securityEventsOf } from '../../sign-in/security-journal.ts'
import { authUsers, journal } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { listPeople } from './list-people.ts'
import { personOfProgramme } from './person-of-programme.ts'

/** Everything held about a person that this programme's office may see. That it was taken out is journalled. */
export function exportPerson(
  { store, database }: Pick<AppContext, 'store' | 'database'>,
  request: ChangeRequest,
  id: string,
): Promise<PersonExport> {
  return store.change(
    request,
    async (change) => {
      const { db, actor, at, before } = change
      const person = await personOfProgramme(change, id)
      await noteSecurity(db, { actor, action: 'person.exported', person: id }, at)
      const [user] = person.user ? await db.select().from(authUsers).where(eq(authUsers.id, person.user)) : []
      const security = await securityEventsOf(database, id)
      const done = await db
        .select()
        .from(journal)
        .where(and(eq(journal.programme, request.programme), eq(journal.actor, id)))
        .orderBy(asc(journal.seq))
      const listed = (await listPeople(database, before)).find((entry) => entry.id === id)
      return {
        person: {
          id,
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
