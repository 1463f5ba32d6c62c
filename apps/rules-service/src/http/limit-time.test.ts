import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'
import type { AppEnv } from './environment.ts'
import { limitTime } from './limit-time.ts'
import { onError } from './on-error.ts'

describe('a request that takes too long', () => {
  let service: TestService
  beforeAll(async () => {
    service = await openTestService()
  })
  afterAll(() => service.close())

  function appWithin(ms: number): Hono<AppEnv> {
    const app = new Hono<AppEnv>()
    app.onError(onError)
    app.use(async (c, next) => {
      c.set('context', service.context)
      await next()
    })
    app.use(limitTime(ms))
    return app
  }

  it('is answered with 503 and when to try again', async () => {
    const app = appWithin(50)
    app.get('/', async (c) => {
      await service.context.database.execute(sql`select pg_sleep(1)`)
      return c.text('late')
    })
    const answer = await app.request('/')
    await expectProblem(answer, 'database-unavailable')
    expect(answer.headers.get('retry-after')).toBe('5')
  })

  it('leaves nothing of its transaction, and no connection behind', async () => {
    const { pool } = service.opened
    const app = appWithin(50)
    let ended: Promise<unknown> = Promise.resolve()
    app.post('/', async (c) => {
      ended = service.context.database.transaction(async (db) => {
        await db.execute(sql`select pg_notify('late', '')`)
        await db.execute(sql`select pg_sleep(5)`)
      })
      await ended
      return c.text('late')
    })
    expect((await app.request('/', { method: 'POST' })).status).toBe(503)
    await expect(ended).rejects.toThrow()
    expect(pool.totalCount - pool.idleCount).toBe(0)
  })

  it('ends the statement on the server, too', async () => {
    const running = async () => {
      const { rowCount } = await service.opened.pool.query(
        "select 1 from pg_stat_activity where state = 'active' and query like '%as endless%' and pid <> pg_backend_pid()",
      )
      return rowCount
    }
    const app = appWithin(1_500)
    app.get('/', async (c) => {
      await service.context.database.transaction((db) => db.execute(sql`select pg_sleep(60) as endless`))
      return c.text('late')
    })
    const answer = app.request('/')
    await vi.waitFor(async () => expect(await running()).toBe(1))
    expect((await answer).status).toBe(503)
    await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 4_000 })
  })

  it('does not touch what is answered in time', async () => {
    const app = appWithin(20_000)
    app.get('/', async (c) => {
      const { rows } = await service.context.database.transaction((db) => db.execute(sql`select 1 as one`))
      return c.json(rows)
    })
    expect(await (await app.request('/')).json()).toEqual([{ one: 1 }])
  })
})
