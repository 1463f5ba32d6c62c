import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import * as schema from './schema/index.ts'

export type Database = NodePgDatabase<typeof schema>

/** The database inside a transaction; everything a query needs. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/**
 * The query builder over a pool of connections. A transaction checks its connection out here, and not in drizzle,
 * which keeps one for ever when it dies before its first statement.
 */
export function openDatabase(pool: Pool): Database {
  const database = drizzle(pool, { schema })
  database.transaction = async (work, config) => {
    const client = await pool.connect()
    try {
      return await drizzle(client, { schema }).transaction(work, config)
    } finally {
      client.release()
    }
  }
  return database
}
