import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Duplex } from 'node:stream'
import { Client, type Pool, type PoolClient } from 'pg'
import { isDatabaseUnavailable } from './database-errors.ts'
import { presentDeadline } from './deadline.ts'
import * as schema from './schema/index.ts'
import { inTransaction } from './transaction.ts'

export type Database = NodePgDatabase<typeof schema>

const CANCELLED_WITHIN_MS = 2_000

/** The database inside a transaction; everything a query needs. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/**
 * The query builder over a pool of connections that pipeline. A transaction checks its connection out here, and not in
 * drizzle, which keeps one for ever when it dies before its first statement.
 */
export function openDatabase(pool: Pool): Database {
  const database = drizzle(pool, { schema })
  database.transaction = async (work, config) => {
    const client = await pool.connect()
    const deadline = presentDeadline()
    const giveUp = () => cutOff(pool, client)
    deadline?.addEventListener('abort', giveUp)
    let isBroken = false
    try {
      if (deadline?.aborted) giveUp()
      return await inTransaction(client, work, config)
    } catch (error) {
      isBroken = isDatabaseUnavailable(error)
      throw error
    } finally {
      deadline?.removeEventListener('abort', giveUp)
      // A connection that did not answer in time may do so yet: nobody else must read that.
      client.release(isBroken)
    }
  }
  return database
}

/** The server undoes what a connection that is gone did not commit; a statement it is at is told to end. */
function cutOff(pool: Pool, client: PoolClient): void {
  const { processID, connection } = client as PoolClient & {
    processID: number | null
    connection: { stream: Duplex }
  }
  void client.end().catch(() => undefined)
  // An end waits for the answers to what was sent.
  connection.stream.destroy()
  if (processID !== null) void cancel(pool, processID).catch(() => undefined)
}

/** Over a connection of its own: those of the pool may all be waiting for the very same. */
async function cancel(pool: Pool, processID: number): Promise<void> {
  const client = new Client({ ...pool.options, connectionTimeoutMillis: CANCELLED_WITHIN_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_cancel_backend($1)', [processID])
  } finally {
    await client.end().catch(() => undefined)
  }
}
