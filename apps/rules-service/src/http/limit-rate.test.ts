import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRequestQuota } from './request-quota.ts'
import { expectProblem, openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'

const PER_PERSON = 60
let at = new Date('2026-03-02T10:00:30Z')
const options = {
  programmes: [],
  config: { requestsPerMinute: PER_PERSON, trustedProxies: ['127.0.0.1'] },
  now: () => at,
}

let service: TestService
let other: TestService
beforeAll(async () => {
  service = await openTestService(options)
  other = await openServiceOver(service.opened, options)
})
afterAll(async () => {
  await other.context.changes.close()
  await service.close()
})

/** The statuses of so many requests of one visitor, in turn to two instances. */
async function statusesOf(count: number, headers: Record<string, string>): Promise<number[]> {
  const statuses: number[] = []
  for (let sent = 0; sent < count; sent += 1) {
    const instance = sent % 2 === 0 ? service : other
    statuses.push((await instance.send('/api/version', { headers })).status)
  }
  return statuses
}

describe('requests in one minute', () => {
  it('are counted when many of somebody new come at once', async () => {
    const quota = createRequestQuota(service.context.database, () => at)
    const limit = 1_000
    const asked = Array.from({ length: 40 }, (_, visitor) =>
      Array.from({ length: 8 }, () => quota.take(`new visitor ${visitor}`, limit)),
    )
    expect(new Set(await Promise.all(asked.flat()))).toEqual(new Set([null]))
  })

  it('are limited for one session at all instances together, until the next minute', async () => {
    const headers = { cookie: 'a=1', 'x-forwarded-for': '203.0.113.1' }
    const statuses = await statusesOf(PER_PERSON + 20, headers)
    expect(statuses.filter((status) => status === 200)).toHaveLength(PER_PERSON)
    const answer = await service.send('/api/version', { headers })
    expect(answer.headers.get('retry-after')).toBe('30')
    await expectProblem(answer, 'too-many-requests')
    at = new Date('2026-03-02T10:01:00Z')
    expect(await statusesOf(2, headers)).toEqual([200, 200])
  })

  it('are limited for one address behind the proxy, whatever cookies and addresses are made up', async () => {
    at = new Date('2026-03-02T10:02:00Z')
    let answered = 0
    for (let sent = 0; sent < PER_PERSON * 10 + 50; sent += 1) {
      const headers = { cookie: `a=${sent}`, 'x-forwarded-for': `10.0.0.${sent % 250}, 203.0.113.2` }
      if ((await service.send('/api/version', { headers })).status === 200) answered += 1
    }
    expect(answered).toBe(PER_PERSON * 10)
    const elsewhere = { cookie: 'a=1', 'x-forwarded-for': '203.0.113.3' }
    expect(await statusesOf(2, elsewhere)).toEqual([200, 200])
  })

  it('are fewer for the steps of a sign-in, however many accounts are tried', async () => {
    at = new Date('2026-03-02T10:03:00Z')
    const headers = { 'x-forwarded-for': '203.0.113.4' }
    const statuses: number[] = []
    for (const number of Array.from({ length: 20 }, (_, index) => index)) {
      const json = { address: `somebody-${number}@organisation.example`, password: 'x' }
      statuses.push((await service.send('/api/session/password', { json, headers })).status)
    }
    expect(statuses.filter((status) => status !== 429)).toHaveLength((PER_PERSON * 10) / 50)
    expect(await statusesOf(2, headers)).toEqual([200, 200])
  })

  it('leave the pages and what asks after the service alone', async () => {
    at = new Date('2026-03-02T10:02:30Z')
    const headers = { 'x-forwarded-for': '203.0.113.2' }
    expect((await service.send('/livez', { headers })).status).toBe(200)
    expect((await service.send('/api/version', { headers })).status).toBe(429)
  })
})
