import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import { PgDialect, type PgTransactionConfig } from 'drizzle-orm/pg-core'
import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'
import type { Transaction } from './database.ts'
import { namesOfStatements } from './named-statement.ts'

/** A query that is built and not yet sent. */
export interface Query<Answer = unknown> {
  execute(): Promise<Answer>
}

/** A connection with its query builder. Transactions on one connection come one after another, and share them. */
interface Builder {
  connection: PoolClient
  db: Transaction
}

const builders = new WeakMap<PoolClient, Builder>()
const connections = new WeakMap<Transaction, PoolClient>()

const dialect = new PgDialect()

/** What each transaction sent without waiting for the answer. */
const sentAhead = new WeakMap<Transaction, Promise<unknown>[]>()

/**
 * Sends a query without waiting for its answer; what is asked next is answered after it. When it fails, the transaction
 * is undone and fails with the same error.
 */
export function sendAhead(db: Transaction, query: Query): void {
  const sent = sentAhead.get(db)
  if (!sent) throw new Error('only transactions of openDatabase can send ahead')
  const answer = query.execute()
  // Looked at when the transaction ends.
  answer.catch(() => undefined)
  sent.push(answer)
}

/** A query that is written out already, for those that stand in every transaction: to build them takes a while. */
export function plainQuery(db: Transaction, text: string, values: readonly unknown[] = []): Query {
  const connection = connections.get(db)
  if (!connection) throw new Error('only transactions of openDatabase take plain queries')
  return { execute: () => connection.query({ text, values: [...values] }) }
}

/**
 * A query that stands in most transactions, built once for each connection: give it placeholders for what differs, and
 * `prepare` it.
 */
export function preparedQuery<Prepared>(build: (db: Transaction) => Prepared): (db: Transaction) => Prepared {
  const built = new WeakMap<Transaction, Prepared>()
  return (db) => {
    const known = built.get(db)
    if (known) return known
    const fresh = build(db)
    built.set(db, fresh)
    return fresh
  }
}

/** Sends rows in lots. The last is sent ahead: few changes have more than one, and many large ones would take too long at once. */
export async function sendInLots<Row>(
  db: Transaction,
  rows: readonly Row[],
  perLot: number,
  queryOf: (lot: Row[]) => Query,
): Promise<void> {
  for (let start = 0; start < rows.length; start += perLot) {
    const query = queryOf(rows.slice(start, start + perLot))
    if (start + perLot < rows.length) await query.execute()
    else sendAhead(db, query)
  }
}

/**
 * Runs `work` in a transaction on a connection that pipelines. Its beginning and its end are sent ahead as well: the
 * database takes everything in the order in which it was sent.
 */
export async function inTransaction<Result>(
  client: PoolClient,
  work: (db: Transaction) => Promise<Result>,
  config?: PgTransactionConfig,
): Promise<Result> {
  const { connection, db } = builderOf(client)
  const sent: Promise<unknown>[] = []
  sentAhead.set(db, sent)
  try {
    sendAhead(db, plainQuery(db, beginning(config)))
    const result = await work(db)
    const ended = connection.query({ text: 'commit' })
    await Promise.all([...sent, ended])
    // The database answers so, and not with an error, when an earlier query of the transaction failed.
    if ((await ended).command === 'ROLLBACK') throw new Error('the database undid the transaction')
    return result
  } catch (error) {
    await connection.query({ text: 'rollback' })
    throw (await firstFailure(sent)) ?? error
  }
}

function builderOf(client: PoolClient): Builder {
  const known = builders.get(client)
  if (known) return known
  const connection = sendingTogether(client)
  const session = new NodePgSession(connection, dialect, undefined)
  const builder: Builder = { connection, db: new NodePgTransaction(dialect, session, undefined) }
  builders.set(client, builder)
  connections.set(builder.db, connection)
  return builder
}

/** The connection, of which what is asked in one go is sent in one piece. */
function sendingTogether(client: PoolClient): PoolClient {
  const { stream } = (client as PoolClient & { connection: { stream: Writable } }).connection
  const named = namesOfStatements()
  const query: PoolClient['query'] = (asked: unknown, ...others: unknown[]) => {
    stream.cork()
    queueMicrotask(() => stream.uncork())
    return (client.query as (...parts: unknown[]) => never)(named(asked), ...others)
  }
  return Object.create(client, { query: { value: query } }) as PoolClient
}

function beginning({ isolationLevel, accessMode }: PgTransactionConfig = {}): string {
  return ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode]
    .filter(Boolean)
    .join(' ')
}

/** Why the first of these failed: what came after it failed only because the transaction was lost by then. */
async function firstFailure(sent: readonly Promise<unknown>[]): Promise<unknown> {
  for (const answer of sent) {
    const failure: unknown = await answer.then(
      () => null,
      (error: unknown) => error,
    )
    if (failure !== null) return failure
  }
  return null
}
