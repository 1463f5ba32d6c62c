import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type EmptyDatabase, openEmptyDatabase } from '../testing/empty-database.ts'
import { openChangeFeed } from './change-feed.ts'
import { CHANGE_CHANNEL } from './journal.ts'

let empty: EmptyDatabase
beforeAll(async () => {
  empty = await openEmptyDatabase()
})
afterAll(() => empty.close())

const OTHERS = sql`from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`

it('is heard again after a connection on which listening failed, and leaves none of those open', async () => {
  const log = pino({ level: 'silent' })
  const feed = await openChangeFeed(empty.connection, log)
  const onChange = vi.fn<() => void>()
  feed.subscribe('alpha', onChange)

  const ask = Client.prototype.query
  let refused = 0
  const spy = vi.spyOn(Client.prototype, 'query').mockImplementation(function query(
    this: Client,
    ...args: unknown[]
  ) {
    if (args[0] === `listen ${CHANGE_CHANNEL}` && refused === 0) {
      refused += 1
      return Promise.reject(new Error('Query read timeout'))
    }
    return Reflect.apply(ask, this, args)
  })
  await empty.database.execute(sql`select pg_terminate_backend(pid) ${OTHERS}`)
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 15_000, interval: 50 })
  spy.mockRestore()

  expect(refused).toBe(1)
  expect((await empty.database.execute(sql`select pid ${OTHERS}`)).rows).toHaveLength(1)
  await feed.close()
})
