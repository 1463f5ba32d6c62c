import { JournalEntry } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const JOURNAL = '/api/programmes/alpha/journal'
const Page = z.object({ items: z.array(JournalEntry), next: z.string().nullable() })

let service: TestService
let cookie: string
beforeAll(async () => {
  service = await openTestService()
  cookie = await service.signIn('person.programme-office')
  await service.send('/api/programmes/alpha/tasks/alpha.task.adult', {
    method: 'PATCH',
    cookie,
    json: { status: 'done', reason: 'All said' },
    headers: { 'if-match': '"1"' },
  })
})
afterAll(() => service.close())

async function page(query = ''): Promise<z.infer<typeof Page>> {
  return Page.parse(await (await service.send(JOURNAL + query, { cookie })).json())
}

describe('the journal', () => {
  it('shows who changed what and why, newest first', async () => {
    const [cleared, updated] = (await page()).items
    expect(cleared).toMatchObject({
      action: 'flag.cleared',
      by: 'Programme office',
      record: {
        kind: 'flag',
        id: 'late-task~alpha.task.adult',
        title: 'Task is late: Work for adult of alpha',
      },
      changes: [{ field: 'status', before: 'open', after: 'cleared' }],
    })
    expect(updated).toMatchObject({ action: 'task.updated', why: 'All said', asAt: '2023-03-13' })
    expect(updated?.changes.toSorted((a, b) => a.field.localeCompare(b.field))).toEqual([
      { field: 'completedOn', before: null, after: '2023-03-13' },
      { field: 'percent', before: null, after: 100 },
      { field: 'status', before: 'in-progress', after: 'done' },
      { field: 'updatedOn', before: null, after: '2023-03-13' },
    ])
  })

  it('can be read page by page, every entry once', async () => {
    const all = (await page()).items.map(({ seq }) => seq)
    const read: number[] = []
    let next: string | null = ''
    while (next !== null) {
      const part: z.infer<typeof Page> = await page(`?limit=4${next && `&cursor=${next}`}`)
      read.push(...part.items.map(({ seq }) => seq))
      next = part.next
    }
    expect(read).toEqual(all)
  })

  it('can be read for one record', async () => {
    const { items } = await page('?kind=task&id=alpha.task.adult')
    expect(items.map(({ action }) => action)).toEqual(['task.updated', 'record.added'])
    expect(items[1]?.by).toBe('Workplan')
  })

  it('is not for everyone', async () => {
    const viewer = await service.signIn('person.viewer')
    await expectProblem(await service.send(JOURNAL, { cookie: viewer }), 'not-allowed')
  })

  it('refuses a cursor that is none, and an address with NUL', async () => {
    await expectProblem(await service.send(`${JOURNAL}?cursor=x`, { cookie }), 'invalid-input')
    await expectProblem(await service.send(`${JOURNAL}?id=%00`, { cookie }), 'invalid-input')
  })
})
