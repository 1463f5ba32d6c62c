import { InvitedPerson, PersonExport, RetentionClass } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkChain } from '../journal/check-chain.ts'
import { journalRows } from '../journal/journal-rows.ts'
import { inProgramme } from '../store/isolation.ts'
import { lastSecurityEvent, securityEvents } from '../testing/security-events.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

let service: TestService
let office: string
beforeAll(async () => {
  service = await openTestService()
  office = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

function ask(path: string, options: SendOptions = {}): Promise<Response> {
  return service.send(`/api/programmes/alpha/people${path}`, { method: 'POST', cookie: office, ...options })
}

async function addPerson(name: string): Promise<string> {
  const json = { name, title: 'Analyst', roles: [{ role: 'viewer' }] }
  return InvitedPerson.parse(await (await ask('', { json })).json()).id
}

describe('what is held about people', () => {
  it('is said to everybody who is signed in, and to nobody else', async () => {
    const cookie = await service.signIn('person.viewer')
    const { items } = z
      .object({ items: z.array(RetentionClass) })
      .parse(await (await service.send('/api/privacy', { cookie })).json())
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(items.some(({ removable }) => removable)).toBe(true)
    await expectProblem(await service.send('/api/privacy'), 'not-signed-in')
  })

  it('can be taken out for them, and that is journalled', async () => {
    await service.signIn('person.viewer')
    const data = PersonExport.parse(await (await ask('/person.viewer/export')).json())
    expect(data).toMatchObject({ person: { name: 'Viewer' }, roles: [{ role: 'viewer' }] })
    expect(data.security.map(({ action }) => action)).toContain('sign-in.done')
    expect(await lastSecurityEvent(service)).toMatchObject({
      action: 'person.exported',
      person: 'person.viewer',
    })
  })
})

describe('removing somebody', () => {
  it('leaves nothing of their name in the database, and every chain whole', async () => {
    const id = await addPerson('Somebody Unmistakable')
    expect((await ask(`/${id}/removal`)).status).toBe(200)
    const { rows: tables } = await service.opened.pool.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    )
    for (const { name } of tables) {
      const { rows } = await service.opened.pool.query(
        `select 1 from "${name}" t where t::text like '%Unmistakable%'`,
      )
      expect({ name, rows }).toEqual({ name, rows: [] })
    }
    const { database } = service.context
    const chain = await inProgramme(database, 'alpha', async (db) => {
      const rows = []
      for await (const row of journalRows(db, 'alpha')) rows.push(row)
      return rows
    })
    for (const rows of [chain, await securityEvents(service)]) {
      const last = rows.at(-1)
      expect(await checkChain(rows, { seq: last?.seq ?? 0, hash: last?.hash ?? '' }, [])).toMatchObject({
        fault: null,
      })
    }
    await expectProblem(await ask(`/${id}/removal`), 'not-found')
  })

  it('waits while the data are held', async () => {
    const id = await addPerson('Somebody asked about')
    const hold = (because: string | null) => ask(`/${id}/hold`, { method: 'PUT', json: { because } })
    expect(await (await hold('FOI request 12')).json()).toEqual({ changed: true })
    const problem = await expectProblem(await ask(`/${id}/removal`), 'conflict')
    expect(problem.detail).toContain('FOI request 12')
    await hold(null)
    expect((await ask(`/${id}/removal`)).status).toBe(200)
  })

  it('is not for oneself', async () => {
    await expectProblem(await ask('/person.programme-office/removal'), 'conflict')
  })
})
