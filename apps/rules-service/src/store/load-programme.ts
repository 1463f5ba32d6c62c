import {
  emptyState,
  parseData,
  Programme,
  recordSchemas,
  type IsoDate,
  type RecordKind,
} from '@workplan/domain'
import { asc, eq, sql } from 'drizzle-orm'
import { AppError } from '../errors.ts'
import type { Database, Transaction } from './database.ts'
import { readFlags } from './flag-rows.ts'
import { askInProgramme } from './isolation.ts'
import { type LoadedProgramme, recordKey } from './programme.ts'
import { preparedQuery } from './transaction.ts'
import { readProgrammeRules } from './rule-rows.ts'
import { journalHeads, memberships, people, programmes, records } from './schema/index.ts'

/** The end of a programme's journal. */
export interface JournalHead {
  seq: number
  hash: string
  judgedOn: IsoDate | null
  /** The row from which on the journal alone rebuilds every table; null until it is completed. */
  replayFrom: number | null
}

/** The head of a programme's journal, locked against other changes if `lock`; throws `not-found`. */
export async function readHead(
  db: Transaction,
  programme: string,
  options: { lock: boolean },
): Promise<JournalHead> {
  const query = options.lock ? lockedHead(db) : unlockedHead(db)
  return theHead(await query.execute({ programme }))
}

/** As readHead, for who is in no transaction. */
export async function readHeadAlone(database: Database, programme: string): Promise<JournalHead> {
  const query = (db: Transaction) => ({ execute: () => unlockedHead(db).execute({ programme }) })
  return theHead(await askInProgramme(database, programme, query))
}

const unlockedHead = preparedQuery((db) => headQuery(db).prepare('head'))
const lockedHead = preparedQuery((db) => headQuery(db).for('update').prepare('locked_head'))

function headQuery(db: Transaction) {
  const { seq, hash, judgedOn, replayFrom } = journalHeads
  return db
    .select({ seq, hash, judgedOn, replayFrom })
    .from(journalHeads)
    .where(eq(journalHeads.programme, sql.placeholder('programme')))
}

function theHead([head]: JournalHead[]): JournalHead {
  if (!head) throw new AppError('not-found', 'There is no such programme.')
  return head
}

/**
 * Everything of a programme, checked against the schemas. The caller makes sure that nothing changes between the
 * queries: by the lock of the head, or by one snapshot.
 */
export async function loadProgramme(
  db: Transaction,
  id: string,
  seq: number,
  today: IsoDate,
): Promise<LoadedProgramme> {
  const [found] = await db.select().from(programmes).where(eq(programmes.id, id))
  if (!found) throw new AppError('not-found', 'There is no such programme.')
  const programme = parseData(Programme, found.data, `programme ${id}`)
  const state = emptyState(programme)
  const versions = new Map<string, number>()
  const rows = await db.select().from(records).where(eq(records.programme, id)).orderBy(asc(records.ordinal))
  for (const { kind, data, id: recordId, version } of rows) {
    const kept = state.records[kind] as unknown[]
    kept.push(parseRecord(kind, data, id))
    versions.set(recordKey(kind, recordId), version)
  }
  return {
    state,
    versions,
    flags: await readFlags(db, id),
    programmeRules: await readProgrammeRules(db, id),
    people: await readPeople(db, id),
    asAt: programme.pinnedTo ?? today,
    seq,
  }
}

function parseRecord(kind: RecordKind, data: unknown, programme: string): unknown {
  return parseData(recordSchemas[kind], data, `records of ${programme}, ${kind}`)
}

/** The members of a programme, by id. */
export async function readPeople(db: Transaction, programme: string): Promise<LoadedProgramme['people']> {
  const rows = await db
    .selectDistinct({ id: people.id, name: people.name, title: people.title })
    .from(people)
    .innerJoin(memberships, eq(memberships.person, people.id))
    .where(eq(memberships.programme, programme))
    .orderBy(people.id)
  return new Map(rows.map((person) => [person.id, person]))
}
