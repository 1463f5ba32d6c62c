import type { PersonView } from '@workplan/domain'
import { inArray } from 'drizzle-orm'
import type { Database } from './store/database.ts'
import { people } from './store/schema/index.ts'

/**
 * The names of people by id: of members of the programme, and of those among `ids` who were members once. Whoever was
 * removed is called what everybody is who was removed.
 */
export async function namesOf(
  db: Pick<Database, 'select'>,
  members: ReadonlyMap<string, PersonView>,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const former = [...new Set(ids)].filter((id) => !members.has(id))
  const found =
    former.length === 0
      ? []
      : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, former))
  return new Map([...members.values(), ...found].map(({ id, name }) => [id, name]))
}
