import { RuleCheck, type RuleDocument, RuleTrial } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fewRules } from '../testing/judged-programme.ts'
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
    for (const url of ['no address', 'javascript:alert(1)', 'data:text/html,x'])
      expect(await places({ source: { framework: 'x', locator: 'y', url } })).toEqual(['source.url'])
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

describe('a condition that is not finished', () => {
  it.each([
    [{ fact: '', operator: '', value: null }, 'when.all.0', 'Choose what to look at'],
    [{ fact: 'daysLate', operator: '', value: null }, 'when.all.0.operator', 'Choose how it compares'],
    [
      { fact: 'daysLate', operator: 'equal', value: null },
      'when.all.0.value',
      'Say what it is compared with',
    ],
    [{ fact: 'status', operator: 'in', value: [] }, 'when.all.0.value', 'Say what it is compared with'],
    [
      { fact: 'daysLate', operator: 'equal', value: { fact: '' } },
      'when.all.0.value',
      'Choose the fact it is compared with',
    ],
    [{ condition: '' }, 'when.all.0', 'Choose a condition'],
    [{ not: { any: [] } }, 'when.all.0', 'Add at least one condition to this group'],
  ])('is named in plain words, once: %j', async (condition, place, message) => {
    const json = { document: { ...lateRule, when: { all: [condition] } }, cases: lateCases }
    const { problems } = RuleCheck.parse(await (await requests.write('/check', null, { json })).json())
    expect(problems.filter((problem) => problem.place.startsWith('when'))).toEqual([{ place, message }])
  })
})

describe('trying a rule', () => {
  it('says what it would raise and what it cannot judge, whatever its cases', async () => {
    const when = { fact: 'daysSilent', operator: 'greaterThan', value: 10 }
    const json = { document: { ...lateRule, when, message: 'Silent for {daysSilent}' }, cases: [] }
    const before = await storedRows(requests.service.opened.database)
    const answer = await requests.write('/try', null, { json })
    const { effect, ...found } = RuleTrial.parse(await answer.json())
    expect(found).toEqual({
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
    expect(effect.raised.map(({ subject }) => subject.id)).toEqual(['alpha.task.adult'])
    expect([effect.cleared, effect.reopened, effect.changed]).toEqual([[], [], []])
    expect(await storedRows(requests.service.opened.database)).toBe(before)
  })

  it('of the next version says which flags of the one in force would clear', async () => {
    const { item } = await requests.publish(await requests.begin({ title: 'Late, to be narrowed' }))
    const when = {
      all: [
        { fact: 'daysLate', operator: 'greaterThan', value: 2 },
        { fact: 'daysSilent', operator: 'greaterThan', value: 10 },
      ],
    }
    const json = { document: { ...lateRule, title: item.title, when }, cases: [] }
    const answer = await requests.write(`/try?rule=${item.id}`, null, { json })
    const { count, effect } = RuleTrial.parse(await answer.json())
    expect(count).toBe(1)
    expect(effect.cleared.map(({ subject }) => subject.id)).toEqual(['alpha.task.children'])
    expect([effect.raised, effect.reopened]).toEqual([[], []])
    expect((await requests.read(item.id)).flagsOpen).toBe(2)
  })

  it('is refused for a rule that comes with Workplan, and for one that is not there', async () => {
    const json = { document: lateRule, cases: [] }
    const pack = fewRules().rulebook.rules[0]?.id
    await expectProblem(await requests.write(`/try?rule=${pack}`, null, { json }), 'conflict')
    await expectProblem(await requests.write('/try?rule=own.nowhere', null, { json }), 'not-found')
  })

  it('is refused while the rule cannot be read, naming the places', async () => {
    const json = { document: { ...lateRule, when: null, title: '' }, cases: lateCases }
    const problem = await expectProblem(await requests.write('/try', null, { json }), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toEqual(['document.title', 'document.when'])
  })
})
