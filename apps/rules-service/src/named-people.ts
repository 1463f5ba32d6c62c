import type { PersonView } from '@workplan/domain'
import { inArray } from 'drizzle-orm'
import type { Database } from './store/database.ts'
import { people } from './store/schema/index.ts'
import type { JournalRow } from './store/store.ts'

type PeopleById = ReadonlyMap<string, PersonView>

/**
 * People by id: the members of a programme, and those among `ids` who were members once. Whoever was removed has the name
 * that everybody has who was removed.
 */
export async function namedPeople(
  db: Pick<Database, 'select'>,
  members: PeopleById,
  ids: Iterable<string>,
): Promise<PeopleById> {
  const former = [...new Set(ids)].filter((id) => !members.has(id))
  if (former.length === 0) return members
  const { id, name, title } = people
  const found = await db.select({ id, name, title }).from(people).where(inArray(id, former))
  return new Map([...found, ...members.values()].map((person) => [person.id, person]))
}

/** The ids of people in rows of a journal: who did it, to whom, and whom the change names. */
export function peopleIn(rows: readonly JournalRow[]): string[] {
  return rows.flatMap(({ actor, recordId, before, after }) => [
    ...(actor === 'system' ? [] : [actor]),
    ...[recordId, ...wordsOf(before), ...wordsOf(after)].filter((word) => word.startsWith('person.')),
  ])
}

function wordsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).filter((word) => typeof word === 'string')
}
