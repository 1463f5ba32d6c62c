import type { PersonView } from '@workplan/domain'
import { and, asc, eq } from 'drizzle-orm'
import type { Member } from './members.ts'
import type { Membership } from './policy.ts'
import type { Database, Transaction } from './store/database.ts'
import { inMembershipsOf, inProgramme, listProgrammes } from './store/isolation.ts'
import { memberships, people, programmes } from './store/schema/index.ts'

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
      memberships: rowsOfProgramme.map(({ role, app, workstreams, groups }) => ({
        role,
        app,
        workstreams,
        groups,
      })),
    }))
  }

  async function isNational(person: PersonView): Promise<boolean> {
    const [found] = await database
      .select({ national: people.national })
      .from(people)
      .where(eq(people.id, person.id))
    return found?.national ?? false
  }

  async function exists(programme: string): Promise<boolean> {
    const rows = await inProgramme(database, programme, (db) =>
      db.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, programme)),
    )
    return rows.length > 0
  }

  async function memberOf(person: PersonView, programme: string): Promise<Member | null> {
    const [member] = await membersOf(person, programme)
    if (member) return member
    const looksOn = (await isNational(person)) && (await exists(programme))
    return memberWith(person, programme, [], looksOn)
  }

  async function membershipsOf(person: PersonView): Promise<Member[]> {
    const own = await membersOf(person)
    if (!(await isNational(person))) return own
    const byProgramme = new Map(own.map((member) => [member.programme, member]))
    const all = await listProgrammes(database)
    return all.flatMap(
      (programme) => byProgramme.get(programme) ?? memberWith(person, programme, [], true) ?? [],
    )
  }

  return { memberOf, membershipsOf }
}

/** What somebody who may look at every programme is in one where they have no role. */
const NATIONAL: readonly Membership[] = [
  { role: 'national-viewer', app: null, workstreams: null, groups: null },
]

/** The member with these roles; null for somebody who has none, unless they may look at every programme. */
export function memberWith(
  person: PersonView,
  programme: string,
  roles: readonly Membership[],
  looksOn: boolean,
): Member | null {
  if (roles.length > 0) return { person, programme, memberships: roles }
  return looksOn ? { person, programme, memberships: NATIONAL } : null
}
