import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { securityLine, verifySecurityJournal } from './verify-security.ts'

let service: TestService
beforeAll(async () => {
  service = await openTestService()
  for (const person of ['person.sro', 'person.viewer', 'person.secretary']) await service.signIn(person)
})
afterAll(() => service.close())

it('finds the journal of sign-ins whole, and names the row that was altered', async () => {
  const { database } = service.opened
  const whole = await verifySecurityJournal(database)
  expect(whole).toMatchObject({ fault: null })
  expect(whole.rows).toBeGreaterThanOrEqual(3)
  expect(securityLine(whole)).toMatch(/^whole {3}sign-ins and roles: \d+ rows/)
  await database.execute(sql`alter table security_journal disable trigger user`)
  await database.execute(sql`update security_journal set actor = 'person.other' where seq = 2`)
  const altered = await verifySecurityJournal(database)
  expect(altered.fault).toEqual({ seq: 2, kind: 'hash' })
  expect(securityLine(altered)).toMatch(/^BROKEN {2}sign-ins and roles, row 2/)
})
