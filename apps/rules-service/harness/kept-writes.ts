import { eq } from 'drizzle-orm'
import type { DatabaseConfig } from '../src/config.ts'
import { readHeadsFile } from '../src/journal/heads-folder.ts'
import { withDatabaseForReading } from '../src/journal/open-for-reading.ts'
import { verifyJournal } from '../src/journal/verify-journal.ts'
import { verifySecurityJournal } from '../src/journal/verify-security.ts'
import { journal, records } from '../src/store/schema/index.ts'

export interface KeptWrites {
  /** Acknowledged, and not in the records or not in the journal. */
  lost: string[]
  /** In the records or in the journal more than once. */
  doubled: string[]
  /** Programmes whose journal does not verify; `sign-ins` for that of sign-ins and roles. */
  broken: string[]
}

/** Compares what was acknowledged with what a database has. */
export async function compareWrites(
  acknowledged: readonly string[],
  config: DatabaseConfig,
): Promise<KeptWrites> {
  const outside = config.headsFolder === null ? null : await readHeadsFile(config.headsFolder)
  return withDatabaseForReading(config, async (database) => {
    const tasks = await database.select({ data: records.data }).from(records).where(eq(records.kind, 'task'))
    const rows = await database
      .select({ title: journal.title })
      .from(journal)
      .where(eq(journal.action, 'task.created'))
    const counts = [
      countsOf(tasks.map(({ data }) => (data as { title: string }).title)),
      countsOf(rows.map(({ title }) => title)),
    ]
    const verified = await verifyJournal(database, outside?.heads ?? [])
    const security = await verifySecurityJournal(database, outside?.security ?? [])
    return {
      lost: acknowledged.filter((title) => counts.some((count) => !count.has(title))),
      doubled: acknowledged.filter((title) => counts.some((count) => (count.get(title) ?? 0) > 1)),
      broken: [{ programme: 'sign-ins', ...security }, ...verified]
        .filter(({ fault }) => fault)
        .map(({ programme }) => programme),
    }
  })
}

function countsOf(titles: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1)
  return counts
}
