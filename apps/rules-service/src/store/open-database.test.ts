import { Client } from 'pg'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openEmptyDatabase } from '../testing/empty-database.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { isDatabaseUnavailable } from './database-errors.ts'
import { migrateDatabase } from './migrate-database.ts'
import { connect } from './open-database.ts'

const admin = new Client({ connectionString: `${inject('serverUrl')}/postgres` })
beforeAll(() => admin.connect())
afterAll(() => admin.end())

describe('migrations', () => {
  it('are applied once by instances that start together on an empty database', async () => {
    const { connection, database, close } = await openEmptyDatabase()
    await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(connection)))
    const count = sql`select count(*)::int as applied from drizzle.__drizzle_migrations`
    const first = await database.execute<{ applied: number }>(count)
    expect(first.rows[0]?.applied).toBeGreaterThan(0)
    await migrateDatabase(connection)
    expect((await database.execute(count)).rows).toEqual(first.rows)
    await close()
  })
})

describe('a lost connection', () => {
  let service: TestService
  beforeAll(async () => {
    service = await openTestService()
  })
  afterAll(() => service.close())

  it('does not end the process, and the next request works', async () => {
    const cookie = await service.signIn('person.sro')
    const { pathname } = new URL(service.opened.url)
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      pathname.slice(1),
    ])
    const statuses: number[] = []
    for (let attempt = 0; attempt < 5; attempt += 1)
      statuses.push((await service.send('/api/programmes', { cookie })).status)
    expect(statuses.at(-1)).toBe(200)
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true)
  })
})

describe('a connection lost in the middle of a change', () => {
  let service: TestService
  beforeAll(async () => {
    service = await openTestService()
  })
  afterAll(() => service.close())

  it('undoes the change, says so and leaves the service running', async () => {
    const before = await storedRows(service.opened.database)
    const change = service.context.store.change(
      { programme: 'alpha', actor: 'person.sro', idempotency: null },
      async ({ db, note }) => {
        note({ action: 'x', kind: 'x', id: 'x', title: 'x', before: null, after: null, why: null })
        const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        await admin.query('select pg_terminate_backend($1)', [rows[0]?.pid])
        await vi.waitFor(async () => {
          const left = await admin.query('select 1 from pg_stat_activity where pid = $1', [rows[0]?.pid])
          expect(left.rowCount).toBe(0)
        })
      },
      () => 'done',
    )
    const error: unknown = await change.catch((thrown: unknown) => thrown)
    expect(isDatabaseUnavailable(error)).toBe(true)
    expect(await storedRows(service.opened.database)).toBe(before)
  })
})

describe('a server that is not there', () => {
  it('is refused at start', async () => {
    const nowhere = { host: '127.0.0.1', port: 1, user: 'x', password: 'x', database: 'x' }
    await expect(connect(nowhere, pino({ level: 'silent' }), () => Promise.resolve())).rejects.toThrow(
      'ECONNREFUSED',
    )
  })
})
