import { sql } from 'drizzle-orm'
import { verifyJournal } from '../src/journal/verify-journal.ts'
import { PROGRAMME, type ScratchJournal } from './scratch-journal.ts'

export interface ConcurrentWrites {
  written: number
  refused: number
  /** Rows that share the row they follow on with another. */
  forks: number
  whole: boolean
}

/** Lets this many writers change the same task at the same moment, over all instances in turn. */
export async function writeAtOnce(scratch: ScratchJournal, writers: number): Promise<ConcurrentWrites> {
  const { database } = scratch
  const outcomes = await Promise.allSettled(
    Array.from({ length: writers }, (_, writer) => scratch.changeTask(`At once ${writer}`)),
  )
  const { rows } = await database.execute<{ forks: number }>(
    sql`select (count(*) - count(distinct prev_hash))::int as forks from journal where programme = ${PROGRAMME}`,
  )
  const verified = await verifyJournal(database, await scratch.headsOutside())
  return {
    written: outcomes.filter(({ status }) => status === 'fulfilled').length,
    refused: outcomes.filter(({ status }) => status === 'rejected').length,
    forks: rows[0]?.forks ?? 0,
    whole: verified.every(({ fault }) => fault === null),
  }
}
