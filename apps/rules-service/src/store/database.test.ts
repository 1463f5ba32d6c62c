import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { openDatabase } from './database.ts'

describe('a transaction', () => {
  let service: TestService
  beforeAll(async () => {
    service = await openTestService()
  })
  afterAll(() => service.close())

  it('gives back a connection that died before its first statement', async () => {
    const { pool } = service.opened
    const killer = new Client({ connectionString: service.opened.ownerUrl })
    await killer.connect()
    const connect = pool.connect.bind(pool)
    const database = openDatabase(
      new Proxy(pool, {
        get: (target, name) => {
          if (name !== 'connect') return Reflect.get(target, name) as unknown
          return async () => {
            const client = await connect()
            // A connection that an earlier round killed may come back once before its end is noticed.
            const pid = await client
              .query<{ pid: number }>('select pg_backend_pid() as pid')
              .catch(() => null)
            if (pid) await killer.query('select pg_terminate_backend($1)', [pid.rows[0]?.pid])
            return client
          }
        },
      }),
    )
    const free = pool.options.max ?? 0
    for (let attempt = 0; attempt < free + 2; attempt += 1)
      await expect(database.transaction((db) => db.execute(sql`select 1`))).rejects.toThrow()
    await killer.end()
    expect(pool.totalCount - pool.idleCount).toBe(0)
  })
})
