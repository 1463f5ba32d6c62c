import { DataError } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { parseRule } from './parse-rule.ts'
import type { NamedCondition } from './rule.ts'

const RULE = `
id: task-late
version: 1
title: Late
subject: task
severity: medium
source: { framework: A framework, locator: A place }
why: Because
when:
  all:
    - { fact: isLive, operator: equal, value: true }
    - { fact: daysLate, operator: greaterThan, value: 0 }
message: '{daysLate} late'
remedy: Do it
`

const CASES = `
- { name: late, facts: { isLive: true, daysLate: 1 }, flags: true }
- { name: due today, facts: { isLive: true, daysLate: 0 }, flags: false }
- { name: no date, facts: { isLive: true, daysLate: null }, flags: not-assessable }
`

/** What is said of these files with `from` changed to `to` in one of them. */
function messageWith(file: 'rule' | 'cases', from: string, to: string): string {
  const files = { folder: 'task-late', rule: RULE, cases: CASES }
  if (!files[file].includes(from)) throw new Error(`the ${file} does not hold ${from}`)
  try {
    parseRule({ ...files, [file]: files[file].replace(from, to) })
  } catch (error) {
    if (error instanceof DataError) return error.message
    throw error
  }
  throw new Error('a DataError was expected')
}

describe('parseRule', () => {
  it('gives the rule with its conditions and cases', () => {
    const rule = parseRule({ folder: 'task-late', rule: RULE, cases: CASES })
    expect(rule).toMatchObject({
      id: 'task-late',
      requires: [],
      when: { all: [{ fact: 'isLive' }, { fact: 'daysLate', operator: 'greaterThan', value: 0 }] },
    })
    expect(rule.cases).toHaveLength(3)
  })

  it('allows nested conditions, other facts as values and required facts', () => {
    const text = RULE.replace(
      '    - { fact: isLive, operator: equal, value: true }',
      '    - not: { any: [{ fact: isLive, operator: notEqual, value: { fact: hasOwner } }] }',
    ).replace('why: Because', 'why: Because\nrequires: [due]')
    const cases = `
- { name: late, facts: { isLive: true, hasOwner: true, daysLate: 1, due: 2023-03-01 }, flags: true }
- { name: on time, facts: { isLive: true, hasOwner: true, daysLate: 0, due: 2023-03-01 }, flags: false }
- { name: no date, facts: { isLive: true, hasOwner: true, daysLate: 1, due: null }, flags: not-assessable }
`
    expect(parseRule({ folder: 'task-late', rule: text, cases }).requires).toEqual(['due'])
  })
})

describe('a rule about members of a table', () => {
  const rule = `
id: duty-blocked
version: 1
title: Blocked
subject: duty
severity: medium
source: { framework: A framework, locator: A place }
why: Because
when: { fact: tasksByStatus, params: { status: blocked }, operator: greaterThanInclusive, value: 1 }
message: '{tasksByStatus.blocked:number} blocked'
remedy: Do it
`
  const cases = `
- { name: one, facts: { tasksByStatus: { blocked: 1 } }, flags: true }
- { name: none, facts: { tasksByStatus: { blocked: 0, done: 2 } }, flags: false }
- { name: not known, facts: { tasksByStatus: { blocked: null } }, flags: not-assessable }
- { name: nothing known, facts: { tasksByStatus: null }, flags: not-assessable }
`
  const parse = (files: { rule?: string; cases?: string }) =>
    parseRule({ folder: 'duty-blocked', rule, cases, ...files })

  it('has cases that give the members it reads', () => {
    expect(parse({}).cases).toHaveLength(4)
  })

  it.each([
    ['blocked: 1', 'done: 1', '0.facts.tasksByStatus.blocked: the rule reads this fact'],
    ['blocked: 1', 'blocked: 1, stuck: 1', '0.facts.tasksByStatus.stuck: there is no such member'],
    ['blocked: 1', 'blocked: yes', '0.facts.tasksByStatus.blocked: must be a number'],
    ['{ blocked: 1 }', '1', '0.facts.tasksByStatus: must be a table'],
    ['blocked: 1', 'blocked: 2', 'there is no case at the boundary, where tasksByStatus.blocked is 1'],
  ])('refuses cases with %j changed to %j', (from, to, message) => {
    expect(() => parse({ cases: cases.replace(from, to) })).toThrow(message)
  })

  it('may not require a table, or name a member that there is not', () => {
    const requiring = rule.replace('why: Because', 'why: Because\nrequires: [tasksByStatus]')
    expect(() => parse({ rule: requiring })).toThrow('requires: tasksByStatus is a table')
    const naming = rule.replace('.blocked:number', '.stuck')
    expect(() => parse({ rule: naming })).toThrow('message: {tasksByStatus.stuck} is not a fact of a duty')
  })
})

describe('a rule that uses a named condition', () => {
  const late: NamedCondition = {
    id: 'late',
    title: 'It is late',
    subject: 'task',
    when: { fact: 'daysLate', operator: 'greaterThan', value: 0 },
  }
  const text = RULE.replace('{ fact: daysLate, operator: greaterThan, value: 0 }', 'condition: late')
  const parse = (named: NamedCondition) =>
    parseRule({ folder: 'task-late', rule: text, cases: CASES }, new Map([[named.id, named]]))

  it('is judged by what stands behind the name, boundaries included', () => {
    expect(parse(late).when).toEqual({ all: [expect.anything(), { condition: 'late', named: late }] })
    const other = { ...late, when: { ...late.when, value: 7 } }
    expect(() => parse(other)).toThrow('"late" comes out as false')
  })

  it('is refused when there is none of that name for its subject', () => {
    expect(() => parse({ ...late, subject: 'duty' })).toThrow(
      'when.all.1.condition: late is for the subject duty, not for task',
    )
    expect(() => parse({ ...late, id: 'later' })).toThrow(
      'when.all.1.condition: "late" is not a named condition; there are later',
    )
  })
})

describe('parseRule refuses a rule', () => {
  const AT = 'rules/task-late/rule.yaml: task-late: '

  it('with a field that does not exist, or one that is missing', () => {
    expect(messageWith('rule', 'why: Because', 'why: Because\nwhy2: Also')).toBe(
      `${AT}why2: there is no such field`,
    )
    expect(messageWith('rule', 'remedy: Do it', '')).toContain(`${AT}remedy: `)
  })

  it('that is not named as its folder', () => {
    expect(messageWith('rule', 'id: task-late', 'id: task-slow')).toBe(
      'rules/task-late/rule.yaml: task-slow: id: must be the name of its folder, task-late',
    )
  })

  it.each([
    ['daysLate, op', 'dayslate, op', `when.all.1.fact: "dayslate" is not a fact of this subject`],
    ['daysLate, op', 'constructor, op', 'when.all.1.fact: "constructor" is not a fact of this subject'],
    ['greaterThan', 'olderThan', 'when.all.1.operator: must be one of equal, notEqual'],
    ['greaterThan', 'toString', 'when.all.1.operator: must be one of equal, notEqual'],
    ['greaterThan', 'contains', 'when.all.1.operator: contains cannot be used on a fact that is a number'],
    ['value: 0', "value: '0'", 'when.all.1.value: must be a number'],
    [
      'value: 0',
      'value: { fact: due }',
      'when.all.1.value: must be a number, and the fact it names is a date',
    ],
    ['value: 0', 'value: { fact: gone }', 'when.all.1.value.fact: "gone" is not a fact'],
    ['value: 0', 'value: 0, priority: 2', 'when.all.1.priority: there is no such field'],
    ['value: 0', 'value: 0, path: $.a', 'when.all.1.path: daysLate has no a'],
    ['value: 0', 'value: 0, params: { a: b }', 'when.all.1.params: daysLate takes no parameter'],
    [
      'daysLate, operator',
      'dependsOnUndated, path: "$[*]", operator',
      'when.all.1.path: must be members and',
    ],
    ['value: 0', 'value: { fact: daysSilent, path: $.a }', 'when.all.1.value.path: daysSilent has no a'],
    ['  all:', '  any: []\n  all:', 'when.any: cannot stand beside all'],
    ['subject: task', 'subject: coverage-place', 'subject: no facts are declared for coverage-place'],
    ['{daysLate} late', '{dayslate} late', 'message: {dayslate} is not a fact of a task'],
    ['{daysLate} late', '{daysLate:weeks} late', 'message: {daysLate:weeks} is not a fact of a task'],
    ['why: Because', 'why: Because\nrequires: [gone]', 'requires: gone is not a fact of a task'],
  ])('with %j changed to %j', (from, to, message) => {
    expect(messageWith('rule', from, to)).toContain(AT + message)
  })

  it('with an empty list of conditions, or something that is no condition', () => {
    const emptied = RULE.replace(/when:[\s\S]*message:/, 'when: { all: [] }\nmessage:')
    expect(() => parseRule({ folder: 'task-late', rule: emptied, cases: CASES })).toThrow(
      'when.all: must list at least one condition',
    )
    const word = RULE.replace(/when:[\s\S]*message:/, 'when: always\nmessage:')
    expect(() => parseRule({ folder: 'task-late', rule: word, cases: CASES })).toThrow(
      'when: must be all, any, not, a named condition, or a fact',
    )
  })

  it('that is not YAML, naming the line', () => {
    expect(messageWith('rule', 'version: 1', 'version: [1')).toMatch(/rule\.yaml: .*line 4/)
  })
})

describe('parseRule refuses cases', () => {
  const AT = 'rules/task-late/cases.yaml: task-late: '

  it.each([
    ['daysLate: 1 }', 'daysLate: 1, late: 1 }', '0.facts.late: is not a fact of a task'],
    ['daysLate: 1 }', "daysLate: '1' }", '0.facts.daysLate: must be a number'],
    ['isLive: true, daysLate: 1', 'daysLate: 1', '0.facts.isLive: the rule reads this fact'],
    ['flags: true', 'flags: false', '0.flags: "late" comes out as true'],
    ['flags: not-assessable', 'flags: false', '2.flags: "no date" comes out as not-assessable'],
    ['daysLate: 0 }, flags: false', 'daysLate: 2 }, flags: true', 'there is no case that does not flag'],
    ['daysLate: 0 }', 'daysLate: -1 }', 'there is no case at the boundary, where daysLate is 0'],
  ])('with %j changed to %j', (from, to, message) => {
    expect(messageWith('cases', from, to)).toContain(AT + message)
  })

  it('without one that flags', () => {
    const none = CASES.replace(/^- { name: late.*$/m, '')
    expect(() => parseRule({ folder: 'task-late', rule: RULE, cases: none })).toThrow(
      'there is no case that flags',
    )
  })

  it('with a field that does not exist', () => {
    expect(messageWith('cases', 'name: late,', 'name: late, note: x,')).toContain(
      'rules/task-late/cases.yaml: 0.note: there is no such field',
    )
  })
})
