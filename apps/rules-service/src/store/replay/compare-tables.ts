import { asc, eq } from 'drizzle-orm'
import { canonicalJson } from '../canonical-json.ts'
import type { Transaction } from '../database.ts'
import { readFlags } from '../flag-rows.ts'
import { programmes, records } from '../schema/index.ts'
import {
  placeRow,
  readTableRows,
  type ReplayedTable,
  replayedTableNames,
  type TableRow,
} from '../stored-parts.ts'
import type { ReplayedProgramme } from './replay-journal.ts'

/** The first thing of a programme that is not what its journal says it is. */
export interface TableDifference {
  table: string
  /** What tells it from the others of its table, as `task/bnssg.task.1`. */
  key: string
  /** `altered`: not as the journal has it. `missing`: in the journal only. `added`: in the table only. */
  what: 'altered' | 'missing' | 'added'
}

type Keyed = readonly (readonly [key: string, value: unknown])[]
type Compared = [table: string, inTable: Keyed, inJournal: Keyed]

/**
 * Holds every table of a programme against what was replayed from its whole journal, or as many as that rebuilds; null when
 * they agree. The caller makes sure that nothing changes meanwhile. Which number the database gave a row is not compared; the order of records is.
 */
export async function compareTables(
  db: Transaction,
  programme: string,
  replayed: ReplayedProgramme,
): Promise<TableDifference | null> {
  const [found] = await db.select().from(programmes).where(eq(programmes.id, programme))
  const stored = await db
    .select()
    .from(records)
    .where(eq(records.programme, programme))
    .orderBy(asc(records.ordinal))
  const always: Compared[] = [
    ['programmes', found ? [[programme, found.data]] : [], [[programme, replayed.programme]]],
    [
      'records',
      stored.map(({ kind, id, version, data }) => [`${kind}/${id}`, { version, data }]),
      [...replayed.records].map(([key, { version, data }]) => [key, { version, data }]),
    ],
  ]
  const compared =
    replayed.completeFrom === null ? always : [...always, ...(await withParts(db, programme, replayed))]
  for (const [table, inTable, inJournal] of compared) {
    const difference = firstDifference(inTable, inJournal)
    if (difference) return { table, ...difference }
  }
  return null
}

/** The tables that only a complete journal rebuilds. */
async function withParts(
  db: Transaction,
  programme: string,
  replayed: ReplayedProgramme,
): Promise<Compared[]> {
  const rows = await readTableRows(db, programme, 'all')
  return [
    ['flags', sorted([...(await readFlags(db, programme))]), sorted([...replayed.flags])],
    ...replayedTableNames.map((name): Compared => [
      name,
      sorted(placed(name, rows[name] ?? []).map(([key, row]) => [key, withoutNulls(row)])),
      sorted([...replayed.tables[name]].map(([key, row]) => [key, withoutNulls(row)])),
    ]),
  ]
}

function firstDifference(inTable: Keyed, inJournal: Keyed): Omit<TableDifference, 'table'> | null {
  const expected = new Map(inJournal)
  const actual = new Map(inTable)
  for (const [key, value] of inTable) {
    if (!expected.has(key)) return { key, what: 'added' }
    if (canonicalJson(value) !== canonicalJson(expected.get(key))) return { key, what: 'altered' }
  }
  for (const [key] of inJournal) if (!actual.has(key)) return { key, what: 'missing' }
  const place = inTable.findIndex(([key], index) => key !== inJournal[index]?.[0])
  const [moved] = inTable[place] ?? []
  return moved === undefined ? null : { key: moved, what: 'altered' }
}

function placed(table: ReplayedTable, rows: readonly TableRow[]): [string, TableRow][] {
  const places = new Map<string, TableRow>()
  for (const row of rows) placeRow(places, table, row)
  return [...places]
}

function sorted(keyed: Keyed): Keyed {
  return keyed.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}

/** A column that came later is null in older rows, and not there in their journal. */
function withoutNulls(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}
