import { ApprovalsView, AskedAcceptance, JournalEntry } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decideOnFlag } from '../testing/decide-on-flag.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

const FLAG = 'late-task~alpha.task.adult'
const BOTH = { acceptance: true, reports: true }

let service: TestService
let now = new Date('2026-03-01T09:00:00.000Z')
beforeAll(async () => {
  service = await openTestService({ now: () => now })
})
afterAll(() => service.close())

async function as(person: string, path: string, options: SendOptions = {}): Promise<Response> {
  const cookie = await service.signIn(`person.${person}`)
  return service.send(`/api/programmes/alpha/${path}`, { cookie, ...options })
}

async function approvals(): Promise<ApprovalsView> {
  return ApprovalsView.parse(await (await as('viewer', 'approvals')).json())
}

function change(person: string, json: object, version: number): Promise<Response> {
  return as(person, 'approvals', { method: 'PUT', json, headers: { 'if-match': `"${version}"` } })
}

async function asked(person: string, at = ''): Promise<AskedAcceptance[]> {
  const answer = await as(person, `acceptance-requests${at === '' ? '' : `?asAt=${at}`}`)
  return z.object({ items: z.array(AskedAcceptance) }).parse(await answer.json()).items
}

const request = { until: '2023-06-30', rationale: 'The hospice pays until then' }
const ask = (person: string) => as(person, `flags/${FLAG}/acceptance-requests`, { json: request })

describe('what waits for the second person', () => {
  it('is what was asked for last and not decided, and says whether it is the reader’s own', async () => {
    expect(await asked('sro')).toEqual([])
    expect((await ask('lead-adult')).status).toBe(201)
    expect(await asked('sro')).toMatchObject([
      { flag: { id: FLAG }, ...request, by: 'Lead for adult services', mine: false },
    ])
    expect(await asked('lead-adult')).toMatchObject([{ mine: true }])
  })

  it('is over once it is decided, whatever that was', async () => {
    const cookie = await service.signIn('person.sro')
    const json = { kind: 'ask', question: 'Who pays after that?' }
    now = new Date('2026-03-02T09:00:00.000Z')
    expect(
      (await decideOnFlag(service, `/api/programmes/alpha/flags/${FLAG}`, { cookie, json })).status,
    ).toBe(200)
    expect(await asked('sro')).toEqual([])
  })

  it('is, as at an earlier moment, what waited then', async () => {
    expect(await asked('sro', '2026-03-01T10:00:00.000Z')).toMatchObject([{ flag: { id: FLAG }, ...request }])
    expect(await asked('sro', '2026-03-02T09:00:00.000Z')).toEqual([])
  })
})

describe('what needs two people', () => {
  it('is nothing at first, and everybody in the programme may know it', async () => {
    expect(await approvals()).toEqual({ acceptance: false, reports: false, version: 0 })
  })

  it('is for the programme office to change, and for nobody else', async () => {
    for (const person of ['viewer', 'lead-adult', 'sro', 'secretary'])
      await expectProblem(await change(person, BOTH, 0), 'not-allowed')
    expect(await (await change('programme-office', BOTH, 0)).json()).toEqual({ ...BOTH, version: 1 })
    expect(await approvals()).toEqual({ ...BOTH, version: 1 })
  })

  it('holds from the next request on', async () => {
    const cookie = await service.signIn('person.sro')
    const json = { kind: 'accept', until: '2023-06-30', rationale: 'It costs too much' }
    const problem = await expectProblem(
      await decideOnFlag(service, `/api/programmes/alpha/flags/${FLAG}`, { cookie, json }),
      'conflict',
    )
    expect(problem.detail).toContain('two people')
  })

  it('is changed from what was read, so that nobody changes it unseen', async () => {
    const late = await change('programme-office', { ...BOTH, reports: false }, 0)
    expect(await expectProblem(late, 'stale-version')).toMatchObject({
      current: { ...BOTH, version: 1 },
      changed: { by: 'Programme office' },
    })
    const changed = await change('programme-office', { ...BOTH, reports: false }, 1)
    expect(await changed.json()).toEqual({ acceptance: true, reports: false, version: 2 })
  })

  it('stands in the journal, with who changed it', async () => {
    const answer = await as('sro', 'journal?kind=approval-setting')
    const { items } = z.object({ items: z.array(JournalEntry) }).parse(await answer.json())
    expect(items.map(({ by, action, changes }) => [by, action, changes.length])).toEqual([
      ['Programme office', 'approvals.changed', 1],
      ['Programme office', 'approvals.changed', 5],
    ])
  })

  it('is not written again where nothing changes', async () => {
    const same = await change('programme-office', { acceptance: true, reports: false }, 2)
    expect(await same.json()).toMatchObject({ version: 2 })
  })
})
