import { EffectOnFlags, TaskSaved, type WhatIfInput } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fewRules, judgedProgramme } from '../testing/judged-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const WHAT_IF = '/api/programmes/alpha/what-if'
const TASK = '/api/programmes/alpha/tasks/alpha.task.adult'

let service: TestService
let viewer: string
beforeAll(async () => {
  service = await openTestService({ programmes: [{ state: judgedProgramme('alpha') }], rules: fewRules() })
  viewer = await service.signIn('person.viewer')
})
afterAll(() => service.close())

async function ask(json: unknown, cookie = viewer): Promise<Response> {
  return service.send(WHAT_IF, { cookie, json })
}

async function effectOf(input: WhatIfInput): Promise<EffectOnFlags> {
  const answer = await ask(input)
  expect(answer.status).toBe(200)
  return EffectOnFlags.parse(await answer.json())
}

function ids(flags: readonly { id: string }[]): string[] {
  return flags.map(({ id }) => id)
}

describe('what-if', () => {
  it('says which flags of a task would clear, and lets anyone ask who may view', async () => {
    const effect = await effectOf({ kind: 'task', id: 'alpha.task.adult', change: { due: '2023-04' } })
    expect(ids(effect.cleared)).toEqual(['task-overdue~alpha.task.adult'])
    expect([effect.raised, effect.reopened, effect.changed]).toEqual([[], [], []])
  })

  it('says which flags would appear with their reason, and which would say something else', async () => {
    const { cleared, raised } = await effectOf({
      kind: 'answer',
      id: 'alpha.answer',
      change: { evidence: 'Audit of 2023' },
    })
    expect([ids(cleared), raised]).toEqual([['level-without-evidence~ambitions.1.1.3'], []])
    const { changed } = await effectOf({
      kind: 'task',
      id: 'alpha.task.adult',
      change: { due: '2023-03-12' },
    })
    expect(changed).toMatchObject([
      {
        flag: { id: 'task-overdue~alpha.task.adult', message: 'Was due 12 March 2023: 1 day late' },
        before: { message: 'Was due 10 March 2023: 3 days late', severity: 'medium' },
      },
    ])
  })

  it('takes a measure by its own id', async () => {
    const { cleared } = await effectOf({ kind: 'answer', id: 'ambitions.1.1.3', change: { level: 2 } })
    expect(ids(cleared)).toEqual(['level-without-evidence~ambitions.1.1.3'])
  })

  it('changes a service', async () => {
    const { cleared } = await effectOf({
      kind: 'service',
      id: 'alpha.service',
      change: { conditional: null },
    })
    expect(ids(cleared)).toEqual(['service-conditional~alpha.service'])
    const { changed } = await effectOf({
      kind: 'service',
      id: 'alpha.service',
      change: { conditional: 'when there is money' },
    })
    expect(changed[0]?.flag.message).toBe('It runs on a condition: when there is money')
  })

  it('writes nothing, whatever is asked', async () => {
    const { database } = service.opened
    const before = await storedRows(database)
    await effectOf({ kind: 'task', id: 'alpha.task.adult', change: { status: 'done', percent: 100 } })
    await effectOf({ kind: 'answer', id: 'alpha.answer', change: { level: null } })
    await effectOf({ kind: 'service', id: 'alpha.service', change: { queries: ['Is it so?'] } })
    await expectProblem(await ask({ kind: 'task', id: 'alpha.none', change: { percent: 1 } }), 'not-found')
    expect(await storedRows(database)).toBe(before)
    const { state } = await service.context.store.readProgramme('alpha')
    expect(state.records).toEqual(judgedProgramme('alpha').records)
  })

  it('says what the change then does', async () => {
    const change = { status: 'done' as const, percent: 100 }
    const foreseen = await effectOf({ kind: 'task', id: 'alpha.task.adult', change })
    const lead = await service.signIn('person.lead-adult')
    const headers = { 'if-match': '"1"' }
    const answer = await service.send(TASK, { method: 'PATCH', cookie: lead, json: change, headers })
    const { flags } = TaskSaved.parse(await answer.json())
    expect(ids(foreseen.cleared)).toEqual([
      'task-overdue~alpha.task.adult',
      'task-without-owner~alpha.task.adult',
    ])
    for (const part of ['cleared', 'raised', 'reopened'] as const)
      expect(ids(flags[part])).toEqual(ids(foreseen[part]))
    const back = await effectOf({
      kind: 'task',
      id: 'alpha.task.adult',
      change: { status: 'in-progress' },
    })
    expect(ids(back.reopened)).toEqual(ids(foreseen.cleared))
  })
})

describe('what-if refuses', () => {
  it.each([
    ['a kind that cannot be tried', { kind: 'metric', id: 'alpha.m', change: {} }, 'kind'],
    ['no change', { kind: 'service', id: 'alpha.service', change: {} }, 'change'],
    ['an unknown field', { kind: 'answer', id: 'alpha.answer', change: { levle: 3 } }, 'change'],
    ['a level that is none', { kind: 'answer', id: 'alpha.answer', change: { level: 6 } }, 'change.level'],
    [
      'a level without an answer',
      { kind: 'answer', id: 'alpha.answer', change: { state: 'not-scored', level: 3 } },
      'change.level',
    ],
    [
      'a blocked task without a reason',
      { kind: 'task', id: 'alpha.task.adult', change: { status: 'blocked' } },
      'change.statusReason',
    ],
    [
      'a place that is not there',
      { kind: 'service', id: 'alpha.service', change: { localities: ['alpha.place', 'alpha.moon'] } },
      'change.localities.1',
    ],
  ])('%s, and says where', async (_what, input, place) => {
    const problem = await expectProblem(await ask(input), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toContain(place)
  })

  it('records that are not there, and people who are not members', async () => {
    for (const kind of ['task', 'answer', 'service']) {
      const change = kind === 'task' ? { percent: 1 } : kind === 'answer' ? { level: 1 } : { queries: [] }
      await expectProblem(await ask({ kind, id: 'alpha.none', change }), 'not-found')
    }
    const json = { kind: 'task', id: 'alpha.task.adult', change: { percent: 1 } }
    await expectProblem(await service.send(WHAT_IF, { json }), 'not-signed-in')
    const other = await service.send('/api/programmes/beta/what-if', { cookie: viewer, json })
    await expectProblem(other, 'not-found')
  })
})
