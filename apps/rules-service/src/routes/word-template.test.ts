import { JournalEntry, WordTemplateView } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleTemplate } from '../documents/example-template.fixture.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

const ROOT = '/api/programmes/alpha'
const Entries = z.object({ items: z.array(JournalEntry) })
const TEMPLATE = `${ROOT}/word-template`

let service: TestService
let office: string
let template: string

beforeAll(async () => {
  service = await openTestService()
  office = await service.signIn('person.programme-office')
  template = Buffer.from(await exampleTemplate()).toString('base64')
})
afterAll(() => service.close())

function put(file: string | null, { version = 0, cookie = office, headers = {} } = {}): Promise<Response> {
  const options: SendOptions = {
    cookie,
    method: 'PUT',
    headers: { 'if-match': `"${version}"`, ...headers },
    json: { template: file === null ? null : { name: 'board-paper.dotx', file } },
  }
  return service.send(TEMPLATE, options)
}

async function inUse(asAt = ''): Promise<WordTemplateView> {
  const answer = await service.send(`${TEMPLATE}${asAt}`, { cookie: office })
  return WordTemplateView.loose().parse(await answer.json())
}

describe('the template of Word documents', () => {
  it('is the one that Workplan has until one is set, and again once that is removed', async () => {
    expect(await inUse()).toMatchObject({ version: 0, template: null })
    const set = await put(template)
    expect([set.status, set.headers.get('etag')]).toEqual([200, '"1"'])
    const view = WordTemplateView.parse(await set.json())
    expect(view.template).toMatchObject({
      title: 'board-paper.dotx',
      bytes: Buffer.from(template, 'base64').length,
    })
    expect(await inUse()).toMatchObject(view)

    const late = await expectProblem(await put(null, { version: 0 }), 'stale-version')
    expect(late).toMatchObject({ current: { version: 1 }, changed: { by: 'Programme office' } })
    expect((await put(null, { version: 1 })).status).toBe(200)
    expect(await inUse()).toMatchObject({ version: 2, template: null })
  })

  it('is the same record when the same file comes again, also when the answer got lost', async () => {
    const headers = { 'idempotency-key': 'the-same' }
    const first = WordTemplateView.parse(await (await put(template, { version: 2, headers })).json())
    const again = WordTemplateView.parse(await (await put(template, { version: 2, headers })).json())
    expect(again).toEqual(first)
    const { state } = await service.context.store.readProgramme('alpha')
    expect(state.records['word-template']).toHaveLength(1)
  })

  it('is in the journal without the file itself', async () => {
    const answer = await service.send(`${ROOT}/journal?kind=word-template`, { cookie: office })
    const { items } = Entries.parse(await answer.json())
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ action: 'word-template.added', record: { title: 'board-paper.dotx' } })
    expect(JSON.stringify(items).length).toBeLessThan(2000)
  })

  it('is set by the programme office alone', async () => {
    const cookie = await service.signIn('person.secretary')
    await expectProblem(await put(template, { version: 3, cookie }), 'not-allowed')
  })

  it('is refused with what is wrong and what to do, and the one in use stays', async () => {
    const before = await inUse()
    const none = await expectProblem(
      await put(Buffer.from('no Word').toString('base64'), { version: 3 }),
      'invalid-input',
    )
    expect(none.detail).toMatch(/cannot be read as a Word document.*save it anew.*Nothing was changed/)
    await expectProblem(await put('not base64!', { version: 3 }), 'invalid-input')
    const large = await expectProblem(await put('A'.repeat(500_000), { version: 3 }), 'body-too-large')
    expect(large.detail).toContain('300 kB')
    expect(await inUse()).toEqual(before)
  })
})
