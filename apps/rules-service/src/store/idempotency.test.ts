import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { inProgramme } from './isolation.ts'
import { idempotencyKeys } from './schema/index.ts'

const DAY_MS = 86_400_000

let service: TestService
let day = 0
beforeAll(async () => {
  service = await openTestService({ now: () => new Date(Date.UTC(2026, 0, 1) + day * DAY_MS) })
})
afterAll(() => service.close())

/** Adds a row to the journal under a key; answers its sequence number. */
const note = (key: string) =>
  service.context.store.change(
    { programme: 'alpha', actor: 'person.sro', idempotency: { key, requestHash: key } },
    (change) =>
      change.note({ action: 'x', kind: 'x', id: 'x', title: key, before: null, after: null, why: null }),
    ({ after }) => after.seq,
  )

async function storedKeys(): Promise<string[]> {
  const rows = await inProgramme(service.context.database, 'alpha', (db) => db.select().from(idempotencyKeys))
  return rows.map(({ key }) => key).toSorted()
}

it('the answer to a repeated request is kept for a week, and let go of after it', async () => {
  const first = await note('first')
  day = 6
  expect(await note('first')).toBe(first)
  await note('second')
  day = 8
  await note('third')
  expect(await storedKeys()).toEqual(['second', 'third'])
})
