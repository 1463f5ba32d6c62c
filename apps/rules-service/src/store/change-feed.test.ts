import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { openChangeFeed } from './change-feed.ts'
import { CHANGE_CHANNEL } from './journal.ts'

const name = `feed_${randomBytes(6).toString('hex')}`
const admin = new Client({ connectionString: `${inject('serverUrl')}/postgres` })
beforeAll(async () => {
  await admin.connect()
  await admin.query(`create database ${name}`)
})
afterAll(async () => {
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

const connected = 'select pid from pg_stat_activity where datname = $1'

it('is heard again after a connection on which listening failed, and leaves none of those open', async () => {
  const log = pino({ level: 'silent' })
  const feed = await openChangeFeed({ connectionString: `${inject('serverUrl')}/${name}` }, log)
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
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 15_000, interval: 50 })
  spy.mockRestore()

  expect(refused).toBe(1)
  expect((await admin.query(connected, [name])).rowCount).toBe(1)
  await feed.close()
})
