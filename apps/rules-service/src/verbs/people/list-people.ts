import type { ManagedPerson } from '@workplan/domain'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { memberships, people } from '../../store/schema/index.ts'

/** Everybody with a role in the programme, by name. */
export function listPeople(database: Database, { state }: LoadedProgramme): Promise<ManagedPerson[]> {
  const programme = state.programme.id
  return inProgramme(database, programme, async (db) => {
    const rows = await db
      .select()
      .from(memberships)
      .where(eq(memberships.programme, programme))
      .orderBy(asc(memberships.id))
    const rolesOf = Map.groupBy(rows, ({ person }) => person)
    const found = await db
      .select()
      .from(people)
      .where(inArray(people.id, [...rolesOf.keys()]))
      .orderBy(asc(people.name), asc(people.id))
    return found.map((person) => ({
      id: person.id,
      name: person.name,
      title: person.title,
      state: stateOf(person),
      roles: (rolesOf.get(person.id) ?? []).flatMap(({ role, app, workstreams, groups }) =>
        role === 'national-viewer' ? [] : [{ role, app, workstreams, groups }],
      ),
      openTasks: state.records.task.filter(({ owner, status }) => owner === person.id && status !== 'done')
        .length,
      heldBecause: person.heldBecause,
    }))
  })
}

function stateOf({ disabledAt, user }: typeof people.$inferSelect): ManagedPerson['state'] {
  if (disabledAt) return 'disabled'
  return user === null ? 'invited' : 'active'
}
