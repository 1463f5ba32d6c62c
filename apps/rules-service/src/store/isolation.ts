import { asc, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { programmes } from './schema/index.ts'
import { plainQuery, type Query, sendAhead } from './transaction.ts'

/*
 * Row-level security shows the tables of one programme at a time, named by a setting that ends with the transaction.
 * Without it there are no rows. What reads across programmes stands in this file, and nowhere else.
 */

/** From here to the end of the transaction, the database has this programme's rows and no others. */
export async function enterProgramme(db: Transaction, programme: string): Promise<void> {
  await db.execute(sql`select set_config('workplan.programme', ${programme}, true)`)
}

/** As inProgramme, for who is going to lock something: waiting for it ends after `lockTimeout`, such as `8s`. */
export function inProgrammeLocking<Result>(
  database: Database,
  programme: string,
  lockTimeout: string,
  work: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.transaction((db) => {
    const settings = "select set_config('workplan.programme', $1, true), set_config('lock_timeout', $2, true)"
    sendAhead(db, plainQuery(db, settings, [programme, lockTimeout]))
    return work(db)
  })
}

/** As enterProgramme, for every programme; has an effect for the owner of the tables only. */
export async function enterEveryProgramme(db: Transaction): Promise<void> {
  await enterProgramme(db, '*')
}

/** Runs `work` in a transaction in which there is one programme. */
export function inProgramme<Result>(
  database: Database,
  programme: string,
  work: (db: Transaction) => Promise<Result>,
  config?: Parameters<Database['transaction']>[1],
): Promise<Result> {
  return database.transaction((db) => {
    sendAhead(db, plainQuery(db, "select set_config('workplan.programme', $1, true)", [programme]))
    return work(db)
  }, config)
}

/** As inProgramme, for one query: all that it takes is sent at once. */
export async function askInProgramme<Answer>(
  database: Database,
  programme: string,
  queryOf: (db: Transaction) => Query<Answer>,
): Promise<Answer> {
  const asked = await inProgramme(database, programme, (db) => {
    const answer = queryOf(db).execute()
    sendAhead(db, { execute: () => answer })
    return Promise.resolve({ answer })
  })
  return asked.answer
}

/** Runs `work` in a transaction that sees the memberships of one person, in whichever programme, and no more. */
export function inMembershipsOf<Result>(
  database: Database,
  person: string,
  work: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.transaction((db) => {
    sendAhead(db, db.execute(sql`select set_config('workplan.person', ${person}, true)`))
    return work(db)
  })
}

/** As inMembershipsOf, inside a transaction of the caller, which has its own programme alone again afterwards. */
export async function amongMembershipsOf<Result>(
  db: Transaction,
  person: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await db.execute(sql`select set_config('workplan.person', ${person}, true)`)
  const result = await work()
  await db.execute(sql`select set_config('workplan.person', '', true)`)
  return result
}

/** Ids of all programmes; nothing else of them is read. */
export function listProgrammes(database: Database): Promise<string[]> {
  return database.transaction((db) => listProgrammesIn(db))
}

/** As listProgrammes, inside a transaction of the caller. */
export async function listProgrammesIn(db: Transaction): Promise<string[]> {
  await db.execute(sql`select set_config('workplan.listing', 'programmes', true)`)
  const rows = await db.select({ id: programmes.id }).from(programmes).orderBy(asc(programmes.id))
  await db.execute(sql`select set_config('workplan.listing', '', true)`)
  return rows.map(({ id }) => id)
}

/**
 * Ids of all programmes, and of those of which only a journal or its end is left; for anybody but the owner of the tables
 * only the first. Inside a transaction of the caller, who enters a programme afterwards.
 */
export async function listJournalsIn(db: Transaction): Promise<string[]> {
  const programmesThere = await listProgrammesIn(db)
  await enterEveryProgramme(db)
  const { rows } = await db.execute<{ programme: string }>(
    sql`select programme from journal union select programme from journal_heads`,
  )
  return [...new Set([...programmesThere, ...rows.map(({ programme }) => programme)])]
}

/** Whether the role of the connection may see the rows of every programme. */
export async function seesEveryProgramme(db: Transaction): Promise<boolean> {
  const { rows } = await db.execute<{ sees: boolean }>(
    sql`select pg_has_role(current_user, relowner, 'usage') as sees from pg_class where oid = 'journal'::regclass`,
  )
  return rows[0]?.sees ?? false
}
