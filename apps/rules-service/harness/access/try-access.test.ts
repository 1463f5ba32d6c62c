import { afterAll, beforeAll, expect, it } from 'vitest'
import { fewRules } from '../../src/testing/judged-programme.ts'
import { storedRows } from '../../src/testing/stored-rows.ts'
import { openTestService, type TestService } from '../../src/testing/test-service.ts'
import { tryAccess } from './try-access.ts'

let service: TestService
beforeAll(async () => {
  service = await openTestService({ programmes: [], rules: fewRules() })
})
afterAll(() => service.close())

it('every route is closed to everybody whom the policy does not let in', { timeout: 240_000 }, async () => {
  const result = await tryAccess(service.context, () => storedRows(service.opened.database))
  expect(result).toMatchObject({
    withoutLine: [],
    untried: [],
    unauthorised: [],
    overRefused: [],
    told: [],
    unchanged: true,
  })
  expect(result.unproved.filter((name) => !name.startsWith('GET '))).toEqual([])
  expect(result.forbidden).toBeGreaterThan(500)
  expect(result.pairs).toBeGreaterThan(1_000)
})
