import type { ManagedPerson } from '@workplan/domain'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { AppError } from '../../errors.ts'
import type { Database, Transaction } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { memberships, people } from '../../store/schema/index.ts'
import { versionOfPerson } from './version-of-person.ts'

/** Everybody with a role in the programme, by name. */
export function listPeople(database: Database, { state }: LoadedProgramme): Promise<ManagedPerson[]> {
  return inProgramme(database, state.programme.id, (db) => managedPeople(db, state, null))
}

/** One person with a role in the programme; throws `not-found` for anybody else, as if there were nobody. */
export async function findPerson(
  database: Database,
  { state }: LoadedProgramme,
  person: string,
): Promise<ManagedPerson> {
  const found = await inProgramme(database, state.programme.id, (db) => managedPerson(db, state, person))
  if (!found) throw new AppError('not-found', 'There is no such person in this programme.')
  return found
}

/** One person with a role in the programme of the transaction; undefined when there is nobody of this id. */
export async function managedPerson(
  db: Transaction,
  state: LoadedProgramme['state'],
  person: string,
): Promise<ManagedPerson | undefined> {
  const [found] = await managedPeople(db, state, person)
  return found
}

async function managedPeople(
  db: Transaction,
  { programme, records }: LoadedProgramme['state'],
  only: string | null,
): Promise<ManagedPerson[]> {
  const ofProgramme = eq(memberships.programme, programme.id)
  const rows = await db
    .select()
    .from(memberships)
    .where(only === null ? ofProgramme : and(ofProgramme, eq(memberships.person, only)))
    .orderBy(asc(memberships.id))
  const rolesOf = Map.groupBy(rows, ({ person }) => person)
  const found = await db
    .select()
    .from(people)
    .where(inArray(people.id, [...rolesOf.keys()]))
    .orderBy(asc(people.name), asc(people.id))
  return found.map((person) => {
    const roles = (rolesOf.get(person.id) ?? []).flatMap(({ role, app, workstreams, groups }) =>
      role === 'national-viewer' ? [] : [{ role, app, workstreams, groups }],
    )
    const { heldBecause } = person
    return {
      id: person.id,
      name: person.name,
      title: person.title,
      state: stateOf(person),
      roles,
      openTasks: records.task.filter(({ owner, status }) => owner === person.id && status !== 'done').length,
      heldBecause,
      version: versionOfPerson({ roles, disabled: person.disabledAt !== null, heldBecause }),
    }
  })
}

function stateOf({ disabledAt, user }: typeof people.$inferSelect): ManagedPerson['state'] {
  if (disabledAt) return 'disabled'
  return user === null ? 'invited' : 'active'
}
