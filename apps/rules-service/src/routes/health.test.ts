import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await openTestService({ config: { commit: 'abc1234' } })
})
afterAll(() => service.close())

describe('health', () => {
  it('says which Workplan this is', async () => {
    expect(await (await service.send('/api/version')).json()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      commit: 'abc1234',
    })
  })

  it('is alive and ready while the database answers', async () => {
    for (const path of ['/livez', '/readyz'])
      expect(await (await service.send(path)).json()).toEqual({ status: 'ok' })
  })

  it('is alive and not ready when it is told to stop', async () => {
    service.stop()
    expect((await service.send('/livez')).status).toBe(200)
    const answer = await service.send('/readyz')
    expect(answer.headers.get('retry-after')).toBe('5')
    await expectProblem(answer, 'database-unavailable')
  })
})
