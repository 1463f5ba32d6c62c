import { describe, expect, it } from 'vitest'
import { checkRuleWithReference } from './check-with-reference.ts'

const DOCUMENT = {
  id: 'task-late',
  version: 1,
  title: 'Late',
  subject: 'task',
  severity: 'medium',
  source: { framework: 'A framework', locator: 'A place' },
  why: 'Because',
  when: {
    all: [
      { fact: 'isLive', operator: 'equal', value: true },
      { fact: 'daysLate', operator: 'greaterThan', value: 0 },
    ],
  },
  message: '{daysLate} late',
  remedy: 'Do it',
}

const CASES = [
  { name: 'late', facts: { isLive: true, daysLate: 1 }, flags: true },
  { name: 'due today', facts: { isLive: true, daysLate: 0 }, flags: false },
  { name: 'no date', facts: { isLive: true, daysLate: null }, flags: 'not-assessable' },
]

describe('checkRuleWithReference', () => {
  it('has nothing against a sound rule, and tells what both evaluators say of each case', async () => {
    const before = structuredClone([DOCUMENT, CASES])
    expect(await checkRuleWithReference(DOCUMENT, CASES)).toEqual({
      problems: [],
      when: DOCUMENT.when,
      cases: [
        { name: 'late', expected: true, verdict: 'holds', reference: true },
        { name: 'due today', expected: false, verdict: 'does-not-hold', reference: false },
        { name: 'no date', expected: 'not-assessable', verdict: 'not-assessable', reference: null },
      ],
    })
    expect([DOCUMENT, CASES]).toEqual(before)
  })

  it('asks about members of tables and named conditions too', async () => {
    const level = {
      id: 'blocked',
      title: 'Some work is blocked',
      subject: 'duty',
      when: { fact: 'tasksByStatus', params: { status: 'blocked' }, operator: 'greaterThan', value: 0 },
    } as const
    const when = {
      all: [{ condition: 'blocked' }, { fact: 'tasksByStatus', path: '$.done', operator: 'equal', value: 0 }],
    }
    const cases = [
      { name: 'some', facts: { tasksByStatus: { blocked: 1, done: 0 } }, flags: true },
      { name: 'none', facts: { tasksByStatus: { blocked: 0, done: 0 } }, flags: false },
    ]
    const document = { ...DOCUMENT, subject: 'duty', when, message: 'Blocked' }
    const checked = await checkRuleWithReference(document, cases, new Map([[level.id, level]]))
    expect(checked.problems).toEqual([])
    expect(checked.cases.map(({ reference }) => reference)).toEqual([true, false])
  })

  it('names the place of everything that is wrong with a rule and with its cases', async () => {
    const document = { ...DOCUMENT, when: { fact: 'daysLate', path: '$..a', operator: 'more', value: 0 } }
    expect(await checkRuleWithReference(document, [{ ...CASES[0], flags: 'maybe' }])).toEqual({
      problems: [
        { place: 'when.path', problem: expect.stringContaining('members and indexes only') },
        { place: 'when.operator', problem: expect.stringContaining('must be one of') },
        { place: 'cases.0.flags', problem: expect.any(String) },
      ],
      cases: [],
      when: null,
    })
    expect(await checkRuleWithReference('no rule', null)).toMatchObject({ cases: [], when: null })
  })

  it('judges what it can of cases that are wrong or missing', async () => {
    const cases = [
      { ...CASES[0], flags: false },
      { name: 'none', facts: { isLive: true }, flags: true },
    ]
    const checked = await checkRuleWithReference(DOCUMENT, cases)
    expect(checked.problems).toEqual([
      { place: 'cases.1.facts.daysLate', problem: expect.stringContaining('the rule reads this fact') },
    ])
    expect(checked.cases.map(({ verdict, reference }) => [verdict, reference])).toEqual([
      ['holds', true],
      [null, null],
    ])
    expect((await checkRuleWithReference(DOCUMENT, CASES.slice(1))).problems).toEqual([
      { place: 'cases', problem: 'there is no case that flags' },
    ])
  })

  it('refuses what is too large before it asks anybody', async () => {
    const nested = Array.from({ length: 20_000 }).reduce<unknown>((inner) => ({ not: inner }), DOCUMENT.when)
    expect((await checkRuleWithReference({ ...DOCUMENT, when: nested }, CASES)).problems).toMatchObject([
      { problem: 'conditions may not be nested more than 10 deep' },
    ])
    const many = Array.from({ length: 201 }, () => CASES[0])
    expect((await checkRuleWithReference(DOCUMENT, many)).problems).toMatchObject([{ place: 'cases' }])
  })
})
