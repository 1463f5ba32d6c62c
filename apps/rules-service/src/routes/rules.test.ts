import { RuleDetail, RuleSummary, SubjectFactsView } from '@workplan/domain'
import { loadRulebook } from '@workplan/rulebook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openRuleRequests, type RuleRequests } from '../testing/rule-requests.ts'
import { expectProblem } from '../testing/test-service.ts'

const RULES = '/api/programmes/alpha/rules'

let requests: RuleRequests
beforeAll(async () => {
  requests = await openRuleRequests()
})
afterAll(() => requests.service.close())

async function list(query = '', cookie = requests.viewer): Promise<RuleSummary[]> {
  const answer = await requests.service.send(`${RULES}${query}`, { cookie })
  expect(answer.status).toBe(200)
  return z.object({ items: z.array(RuleSummary) }).parse(await answer.json()).items
}

describe('the rule library', () => {
  it('lists every rule with its reason, source, cases, and what it raises and cannot judge now', async () => {
    const rules = await list()
    expect(rules.map(({ id, flagsOpen, notAssessable }) => [id, flagsOpen, notAssessable])).toEqual([
      ['level-without-evidence', 1, 74],
      ['task-overdue', 2, 0],
      ['task-without-owner', 2, 0],
      ['task-silent-30-days', 0, 1],
      ['service-conditional', 1, 0],
    ])
    const written = loadRulebook().rules.find(({ id }) => id === 'task-overdue')
    expect(rules[1]).toMatchObject({
      origin: 'pack',
      state: 'in-force',
      severity: 'medium',
      writtenSeverity: 'medium',
      why: written?.why,
      remedy: written?.remedy,
      source: { framework: written?.source.framework, locator: written?.source.locator },
      cases: written?.cases.length,
      changedHere: false,
    })
  })

  it('is narrowed by kind, severity, origin, state and words', async () => {
    const ids = async (query: string) => (await list(query)).map(({ id }) => id)
    expect(await ids('?subject=service')).toEqual(['service-conditional'])
    expect(await ids('?severity=low')).toEqual(['task-without-owner', 'task-silent-30-days'])
    expect(await ids('?origin=own')).toEqual([])
    expect(await ids('?state=ended')).toEqual([])
    expect(await ids('?q=EVIDENCE%20level')).toEqual(['level-without-evidence'])
  })

  it('shows a whole rule: conditions as data and in words, cases with verdicts, flags', async () => {
    const answer = await requests.service.send(`${RULES}/task-silent-30-days`, { cookie: requests.viewer })
    expect(answer.headers.get('etag')).toBe('"0"')
    const rule = RuleDetail.parse(await answer.json())
    expect(rule.conditions).toMatchObject({
      kind: 'all',
      place: 'when',
      words: 'All of these',
      children: [
        { place: 'when.all.0', reading: { fact: 'isLive' }, threshold: false },
        {
          place: 'when.all.1',
          words: expect.stringMatching(/is more than 30$/),
          value: 30,
          threshold: true,
        },
      ],
    })
    expect(rule.thresholds).toMatchObject([
      { place: 'when.all.1.value', written: 30, inForce: 30, unit: 'day' },
    ])
    expect(rule.workedCases.map(({ flags, verdict }) => [flags, verdict])).toEqual([
      [true, 'holds'],
      [false, 'does-not-hold'],
      [false, 'does-not-hold'],
      ['not-assessable', 'not-assessable'],
    ])
    expect(rule.notAssessableSubjects).toMatchObject([{ kind: 'task', id: 'alpha.task.children' }])
    expect(rule).toMatchObject({ mayManage: false, draft: null, settings: { version: 0, by: null } })
    expect((await requests.read('task-overdue', requests.office)).mayManage).toBe(true)
    expect((await requests.read('task-overdue')).flags.map(({ id }) => id).toSorted()).toEqual([
      'task-overdue~alpha.task.adult',
      'task-overdue~alpha.task.children',
    ])
  })

  it('names the condition that several rules share, whose number is not this rule’s to change', async () => {
    const { conditions, thresholds } = await requests.read('level-without-evidence')
    expect(conditions).toMatchObject({
      children: [
        {
          name: 'level-claimed',
          words: 'Level 3 or above is claimed',
          children: [{ place: 'when.all.0', threshold: false }],
        },
        { place: 'when.all.1', words: 'Kind of evidence is none' },
      ],
    })
    expect(thresholds).toEqual([])
  })

  it('does not know other rules', async () => {
    await expectProblem(
      await requests.service.send(`${RULES}/task-gone`, { cookie: requests.viewer }),
      'not-found',
    )
  })
})

describe('the facts for the editor', () => {
  it('are listed by kind with operators in words, and the texts they have at present', async () => {
    const answer = await requests.service.send(`${RULES}/facts`, { cookie: requests.viewer })
    const { items } = z.object({ items: z.array(SubjectFactsView) }).parse(await answer.json())
    const task = items.find(({ kind }) => kind === 'task')
    const status = task?.facts.find(({ name }) => name === 'status')
    expect(status).toMatchObject({ type: 'text', seen: ['in-progress'] })
    expect(status?.operators).toContainEqual({ operator: 'in', words: 'is one of', takes: 'texts' })
    const late = task?.facts.find(({ name }) => name === 'daysLate')
    expect(late?.operators).toContainEqual({
      operator: 'greaterThan',
      words: 'is more than',
      takes: 'number',
    })
    const measure = items.find(({ kind }) => kind === 'measure')
    expect(measure?.conditions).toContainEqual({
      name: 'level-claimed',
      title: 'Level 3 or above is claimed',
    })
  })
})
