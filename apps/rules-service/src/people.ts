import type { PersonView } from '@workplan/domain'
import { and, asc, eq } from 'drizzle-orm'
import type { Member } from './members.ts'
import type { Database, Transaction } from './store/database.ts'
import { inMembershipsOf, inProgramme } from './store/isolation.ts'
import { memberships } from './store/schema/index.ts'

/** Where people are members. */
export interface People {
  /** The member, or null when the person has no role in that programme or there is no such programme. */
  memberOf(person: PersonView, programme: string): Promise<Member | null>
  /** The programmes a person is a member of, by id. */
  membershipsOf(person: PersonView): Promise<Member[]>
}

/** Memberships as stored; read anew for every request, so that a change of role counts at once. */
export function createPeople(database: Database): People {
  async function membersOf(person: PersonView, programme?: string): Promise<Member[]> {
    const rowsOf = (db: Transaction) =>
      db
        .select()
        .from(memberships)
        .where(
          and(
            eq(memberships.person, person.id),
            programme === undefined ? undefined : eq(memberships.programme, programme),
          ),
        )
        .orderBy(asc(memberships.programme), asc(memberships.id))
    const rows =
      programme === undefined
        ? await inMembershipsOf(database, person.id, rowsOf)
        : await inProgramme(database, programme, rowsOf)
    return [...Map.groupBy(rows, (row) => row.programme)].map(([id, rowsOfProgramme]) => ({
      person,
      programme: id,
      memberships: rowsOfProgramme.map(({ role, app, groups }) => ({ role, app, groups })),
    }))
  }

  return {
    memberOf: async (person, programme) => (await membersOf(person, programme))[0] ?? null,
    membershipsOf: (person) => membersOf(person),
  }
}
