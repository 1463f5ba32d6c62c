import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import * as schema from './schema/index.ts'

export type Database = NodePgDatabase<typeof schema>

/** The database inside a transaction; everything a query needs. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** The query builder over a pool of connections. */
export function openDatabase(pool: Pool): Database {
  return drizzle(pool, { schema })
}
