import { and, inArray, isNull, sql } from 'drizzle-orm'
import { escapeIdentifier } from 'pg'
import type { Transaction } from '../store/database.ts'
import { people } from '../store/schema/index.ts'
import { forgetOwn } from '../verbs/people/forget-own.ts'
import { forgetPerson } from '../verbs/people/forget-person.ts'

/** Where it is known who was removed since a backup was made. */
interface Removals {
  /** The schema that keeps the tables which the database had before; null when it had none. */
  keptIn: string | null
  /** The ids of people whom somebody names. */
  removed: readonly string[]
}

/**
 * Takes out again whoever was removed after the backup that was just restored. Their roles stay, for their journal tells
 * of them, and are of no use without an account. Answers who they were, and which of the ids named nobody has.
 */
export async function removeAgain(
  db: Transaction,
  { keptIn, removed }: Removals,
  at: Date,
): Promise<{ again: string[]; unknown: string[] }> {
  const ids = [...removed, ...(keptIn === null ? [] : await removedIn(db, keptIn))]
  const back = await db
    .select()
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.removedAt)))
  for (const person of back) {
    await forgetPerson(db, person, at)
    await forgetOwn(db, null, person.id)
  }
  const named = await db
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, [...removed]))
  const known = new Set(named.map(({ id }) => id))
  return { again: back.map(({ id }) => id), unknown: removed.filter((id) => !known.has(id)) }
}

/** Tables of an earlier version may know nothing of removals. */
async function removedIn(db: Transaction, schema: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql.raw(
      `select p.id from ${escapeIdentifier(schema)}.people p where to_jsonb(p)->>'removed_at' is not null`,
    ),
  )
  return rows.map(({ id }) => id)
}
