import { describe, expect, it } from 'vitest'
import type { Subject } from '../facts/subject.ts'
import type { Rule } from '../rule/rule.ts'
import { createEvaluator } from './create-evaluator.ts'

function rule(fields: Partial<Rule>): Rule {
  return {
    id: 'late',
    version: 1,
    title: 'Late',
    subject: 'task',
    severity: 'medium',
    source: { framework: 'A framework', locator: 'A place' },
    why: 'Because',
    requires: [],
    when: {
      all: [
        { fact: 'isLive', operator: 'equal', value: true },
        { fact: 'daysLate', operator: 'greaterThan', value: 0 },
      ],
    },
    message: '{daysLate} late, due {due}',
    remedy: 'Do it',
    cases: [],
    ...fields,
  }
}

function task(id: string, facts: Subject['facts']): Subject {
  return { kind: 'task', id, title: id, audience: [], workstreams: [], requirements: [], records: [], facts }
}

const LATE = task('t.late', { isLive: true, daysLate: 5, due: '2023-03-08' })
const DONE = task('t.done', { isLive: false, daysLate: null, due: null })
const UNDATED = task('t.undated', { isLive: true, daysLate: null, due: null })

describe('judge', () => {
  it('gives a finding for each subject a rule holds for, and its message when asked', () => {
    const evaluator = createEvaluator([rule({})])
    const findings = evaluator.judge([LATE, DONE])
    expect(findings.holding).toEqual([{ rule: expect.objectContaining({ id: 'late' }), subject: LATE }])
    expect(findings.holding.map(evaluator.message)).toEqual(['5 days late, due 8 March 2023'])
    expect(findings.notAssessable).toEqual([])
  })

  it('says which rules could not be judged, and never takes that for no', () => {
    const findings = createEvaluator([rule({})]).judge([UNDATED])
    expect(findings.holding).toEqual([])
    expect(findings.notAssessable.map(({ rule: { id }, subject }) => [id, subject.id])).toEqual([
      ['late', 't.undated'],
    ])
  })

  it('cannot assess a subject while a required fact is not known, whatever the conditions say', () => {
    const evaluator = createEvaluator([rule({ requires: ['due'] })])
    expect(evaluator.judge([DONE]).notAssessable).toHaveLength(1)
    expect(evaluator.judge([LATE]).holding).toHaveLength(1)
  })

  it('judges each subject by the rules of its kind only', () => {
    const evaluator = createEvaluator([rule({ subject: 'milestone' })])
    expect(evaluator.judge([LATE, UNDATED])).toEqual({ holding: [], notAssessable: [] })
  })

  it('reads facts by their names, whatever their order and however many there are', () => {
    const evaluator = createEvaluator([rule({})])
    const turned = task('t.turned', { daysLate: 5, isLive: true })
    const fewer = task('t.fewer', { isLive: true })
    const none = task('t.none', {})
    const more = task('t.more', { isLive: false, daysLate: 5, due: null, status: 'done' })
    for (const subjects of [
      [LATE, turned, fewer, none, more],
      [none, more, turned, LATE, fewer],
      [fewer, none, turned, more, LATE],
    ]) {
      const { holding, notAssessable } = evaluator.judge(subjects)
      expect(new Set(holding.map(({ subject }) => subject.id))).toEqual(new Set(['t.late', 't.turned']))
      expect(new Set(notAssessable.map(({ subject }) => subject.id))).toEqual(new Set(['t.fewer', 't.none']))
    }
  })

  it('says the same again, and leaves rules and subjects as they were', () => {
    const rules = [rule({})]
    const before = structuredClone([rules, LATE])
    const evaluator = createEvaluator(rules)
    expect(evaluator.judge([LATE])).toEqual(evaluator.judge([LATE]))
    expect([rules, LATE]).toEqual(before)
  })
})

/** The explanation of one rule, by an evaluator that has it. */
const explain = (one: Rule, subject: Subject) => createEvaluator([one]).explain({ rule: one, subject })

describe('explain', () => {
  it('knows the rules of its evaluator only', () => {
    expect(() => createEvaluator([]).explain({ rule: rule({}), subject: LATE })).toThrow(
      'late is not one of this evaluator',
    )
  })

  it('shows every condition with what it needed and found, in words', () => {
    expect(explain(rule({}), LATE)).toEqual({
      kind: 'all',
      outcome: 'holds',
      children: [
        {
          kind: 'condition',
          fact: 'isLive',
          label: 'The task is live',
          operator: 'equal',
          operatorInWords: 'is',
          needed: true,
          found: true,
          outcome: 'holds',
        },
        {
          kind: 'condition',
          fact: 'daysLate',
          label: 'Days past the due date',
          operator: 'greaterThan',
          operatorInWords: 'is more than',
          needed: 0,
          found: 5,
          outcome: 'holds',
        },
      ],
    })
  })

  it('shows what could not be said, also where it did not decide', () => {
    const tree = explain(rule({}), DONE)
    expect(tree.outcome).toBe('does-not-hold')
    expect('children' in tree && tree.children.map(({ outcome }) => outcome)).toEqual([
      'does-not-hold',
      'not-assessable',
    ])
  })

  it('shows any and not, and the value of a fact that another is compared with', () => {
    const when: Rule['when'] = {
      any: [{ not: { fact: 'daysLate', operator: 'lessThan', value: { fact: 'daysSilent' } } }],
    }
    const subject = task('t', { daysLate: 3, daysSilent: 2 })
    expect(explain(rule({ when }), subject)).toMatchObject({
      kind: 'any',
      outcome: 'holds',
      children: [
        { kind: 'not', outcome: 'holds', children: [{ needed: 2, found: 3, outcome: 'does-not-hold' }] },
      ],
    })
  })

  it('shows a named condition under its title, also when it is one comparison', () => {
    const named = { id: 'late', title: 'It is late', subject: 'task', when: rule({}).when } as const
    const one = {
      ...named,
      title: 'It is live',
      when: { fact: 'isLive', operator: 'equal', value: true },
    } as const
    const when: Rule['when'] = {
      any: [
        { condition: 'late', named },
        { condition: 'one', named: one },
      ],
    }
    expect(explain(rule({ when }), LATE)).toMatchObject({
      children: [
        {
          kind: 'all',
          title: 'It is late',
          outcome: 'holds',
          children: [{ fact: 'isLive' }, { fact: 'daysLate' }],
        },
        { kind: 'all', title: 'It is live', outcome: 'holds', children: [{ fact: 'isLive' }] },
      ],
    })
  })

  it('names the member of a table in words, by whichever way the rule reads it', () => {
    const when: Rule['when'] = {
      all: [
        { fact: 'tasksByStatus', path: '$.blocked', operator: 'equal', value: 2 },
        { fact: 'liveTasksFor', params: { audience: 'children' }, operator: 'equal', value: 0 },
        { fact: 'peopleNotCovered', path: '$[0]', operator: 'notEqual', value: 'adults' },
      ],
    }
    const facts = { tasksByStatus: { blocked: 2 }, liveTasksFor: { children: null }, peopleNotCovered: [] }
    const subject = { ...task('duty.care', facts), kind: 'duty' } as const
    expect(explain(rule({ subject: 'duty', when }), subject)).toMatchObject({
      children: [
        { label: 'Linked tasks that are blocked', needed: 2, found: 2, outcome: 'holds' },
        {
          label: 'Live tasks linked to it that cover children and young people',
          found: null,
          outcome: 'not-assessable',
        },
        { label: 'People the stated progress leaves out, number 1', found: null, outcome: 'not-assessable' },
      ],
    })
  })

  it('shows required facts as conditions of their own', () => {
    const tree = explain(rule({ requires: ['due'] }), UNDATED)
    expect(tree).toMatchObject({
      kind: 'all',
      outcome: 'not-assessable',
      children: [{ fact: 'due', operatorInWords: 'is known', found: null, outcome: 'not-assessable' }, {}],
    })
  })
})
