import { RuleCheck, type RuleDocument, RuleTrial } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lateCases, lateRule } from '../testing/own-rule.ts'
import { openRuleRequests, type RuleRequests } from '../testing/rule-requests.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem } from '../testing/test-service.ts'

let requests: RuleRequests
beforeAll(async () => {
  requests = await openRuleRequests()
})
afterAll(() => requests.service.close())

describe('checking a rule as it is typed', () => {
  async function check(parts: Partial<RuleDocument>, cases = lateCases): Promise<RuleCheck> {
    const json = { document: { ...lateRule, ...parts }, cases }
    const answer = await requests.write('/check', null, { json })
    expect(answer.status).toBe(200)
    return RuleCheck.parse(await answer.json())
  }

  it('finds nothing against a sound rule, and shows what both evaluators say of each case', async () => {
    const checked = await check({})
    expect(checked).toMatchObject({ ready: true, problems: [] })
    expect(checked.cases).toEqual([
      { name: 'three days', expected: true, verdict: 'holds', reference: true, agrees: true },
      { name: 'two days', expected: false, verdict: 'does-not-hold', reference: false, agrees: true },
      {
        name: 'no date',
        expected: 'not-assessable',
        verdict: 'not-assessable',
        reference: null,
        agrees: true,
      },
    ])
    expect(checked.conditions).toMatchObject({
      children: [{}, { words: expect.stringMatching(/is more than 2$/) }],
    })
  })

  it('names what is missing in an empty form', async () => {
    const empty = {
      title: '',
      subject: null,
      severity: null,
      source: { framework: '', locator: '' },
      why: '',
      when: null,
      message: '',
      remedy: '',
    }
    const checked = await check(empty, [])
    expect(checked).toMatchObject({ ready: false, cases: [], conditions: null })
    expect(checked.problems.map(({ place }) => place)).toEqual([
      'title',
      'subject',
      'severity',
      'source.framework',
      'source.locator',
      'why',
      'when',
      'message',
      'remedy',
    ])
  })

  it('judges the cases while other parts are still missing', async () => {
    const checked = await check({ message: '', remedy: '' })
    expect(checked.problems.map(({ place }) => place)).toEqual(['message', 'remedy'])
    expect(checked.cases.map(({ agrees }) => agrees)).toEqual([true, true, true])
    expect(checked.conditions).not.toBeNull()
  })

  it('names the place of what is wrong, in conditions, texts and cases', async () => {
    const wrong = {
      all: [
        { fact: 'isLive', operator: 'equal', value: true },
        { fact: 'daysLate', operator: 'contains', value: 2 },
      ],
    }
    const places = async (parts: Partial<RuleDocument>, cases = lateCases) =>
      (await check(parts, cases)).problems.map(({ place }) => place)
    expect(await places({ when: wrong })).toEqual(['when.all.1.operator'])
    expect(await places({ message: '{daysEarly}' })).toEqual(['message'])
    expect(await places({ source: { framework: 'x', locator: 'y', url: 'no address' } })).toEqual([
      'source.url',
    ])
    const nameless = { name: '', facts: { isLive: true }, flags: true }
    expect(await places({}, [...lateCases, nameless])).toEqual(['cases.3.name', 'cases.3.facts.daysLate'])
    expect(await places({}, lateCases.slice(0, 1))).toEqual(['cases', 'cases'])
  })

  it('shows a case that comes out otherwise', async () => {
    const checked = await check({}, [
      { name: 'one day', facts: { isLive: true, daysLate: 1 }, flags: true },
      ...lateCases,
    ])
    expect(checked.cases[0]).toMatchObject({ verdict: 'does-not-hold', reference: false, agrees: false })
    expect(checked.problems).toMatchObject([{ place: 'cases.0.flags' }])
    expect(checked.ready).toBe(false)
  })
})

describe('trying a rule', () => {
  it('says what it would raise and what it cannot judge, whatever its cases', async () => {
    const when = { fact: 'daysSilent', operator: 'greaterThan', value: 10 }
    const json = { document: { ...lateRule, when, message: 'Silent for {daysSilent}' }, cases: [] }
    const before = await storedRows(requests.service.opened.database)
    const answer = await requests.write('/try', null, { json })
    expect(RuleTrial.parse(await answer.json())).toEqual({
      subjects: 2,
      count: 1,
      items: [
        {
          subject: { kind: 'task', id: 'alpha.task.adult', title: 'Work for adult of alpha' },
          severity: 'medium',
          message: 'Silent for 20 days',
          audience: ['adult'],
          workstreams: ['alpha.ws.adult'],
        },
      ],
      notAssessable: {
        count: 1,
        items: [{ kind: 'task', id: 'alpha.task.children', title: 'Work for children of alpha' }],
      },
    })
    expect(await storedRows(requests.service.opened.database)).toBe(before)
  })

  it('is refused while the rule cannot be read, naming the places', async () => {
    const json = { document: { ...lateRule, when: null, title: '' }, cases: lateCases }
    const problem = await expectProblem(await requests.write('/try', null, { json }), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toEqual(['document.title', 'document.when'])
  })
})
