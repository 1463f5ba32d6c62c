import { type Condition, loadRulebook, type Rule } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { thresholdsIn, withThresholds } from './conditions.ts'
import { type ProgrammeRules, type RuleSetting, UNCHANGED_RULES, withSetting } from './programme-rules.ts'
import { evaluatorOf, rulesOfProgramme, ruleWithSetting } from './rules-of-programme.ts'

const pack = loadRulebook()
const DAY = '2023-03-13'

function written(id: string): Rule {
  const rule = pack.rules.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(`there is no rule ${id}`)
  return rule
}

function setting(rule: string, parts: Partial<RuleSetting> = {}): RuleSetting {
  return {
    ...{ rule, version: 1, enabled: true, severity: null, thresholds: {} },
    ...{ reason: 'Agreed', by: 'person.programme-office', at: new Date(0) },
    ...parts,
  }
}

describe('a threshold', () => {
  const named = { id: 'shared', title: 'Shared', subject: 'task', when: leaf(9) } as const
  const conditions: Condition = {
    all: [leaf(1), { not: { any: [leaf(2), { fact: 'status', operator: 'equal', value: 'done' }] } }],
  }

  function leaf(value: number): Condition {
    return { fact: 'daysLate', operator: 'greaterThan', value }
  }

  it('is a number that stands in the rule itself, named by its place', () => {
    const all: Condition = { all: [conditions, { condition: 'shared', named }] }
    expect([...thresholdsIn(all)]).toEqual([
      ['when.all.0.all.0.value', 1],
      ['when.all.0.all.1.not.any.0.value', 2],
    ])
    expect([...thresholdsIn(leaf(3))]).toEqual([['when.value', 3]])
  })

  it('is set at its place and nowhere else', () => {
    const places = { 'when.all.1.not.any.0.value': 7, 'when.all.1.not.any.1.value': 8, 'when.gone.value': 9 }
    expect(withThresholds(conditions, places)).toEqual({
      all: [leaf(1), { not: { any: [leaf(7), { fact: 'status', operator: 'equal', value: 'done' }] } }],
    })
    expect(withThresholds({ condition: 'shared', named }, { 'when.value': 1 })).toEqual({
      condition: 'shared',
      named,
    })
  })

  it('of any rule of the pack can be set, and is what the explanation then needs', () => {
    const withNumbers = pack.rules.filter(({ when }) => thresholdsIn(when).size > 0)
    expect(withNumbers.length).toBeGreaterThan(10)
    for (const rule of withNumbers) {
      const [place] = thresholdsIn(rule.when).keys()
      const changed = ruleWithSetting(rule, setting(rule.id, { thresholds: { [place as string]: 4242 } }))
      expect([rule.id, changed.rule.title]).toEqual([rule.id, expect.stringContaining('(here: ')])
      expect(changed.rule.title).toContain('4242')
      expect(changed.thresholdsSet).toEqual([place])
      expect(thresholdsIn(changed.rule.when).get(place as string)).toBe(4242)
      expect(changed.rule.cases).toBe(changed.written.cases)
    }
  })
})

describe('the rules of a programme', () => {
  it('are those of the pack, as written, unless it changed them', () => {
    const rules = rulesOfProgramme(pack, UNCHANGED_RULES)
    expect(rules.map(({ rule }) => rule)).toEqual(pack.rules)
    expect(rulesOfProgramme(pack, UNCHANGED_RULES)).toBe(rules)
  })

  it('leave out what a newer version of a rule does not have any more', () => {
    const stale = setting('task-overdue', { thresholds: { 'when.any.3.value': 5 } })
    const found = ruleWithSetting(written('task-overdue'), stale)
    expect(found.rule).toEqual(found.written)
    expect(found.thresholdsSet).toEqual([])
  })

  it('are compiled once for a day and a set of settings', () => {
    const off = withSetting(UNCHANGED_RULES, setting('task-overdue', { enabled: false }))
    const evaluator = evaluatorOf(pack, off, DAY)
    expect(evaluatorOf(pack, off, DAY)).toBe(evaluator)
    expect(evaluatorOf(pack, off, '2023-03-14')).not.toBe(evaluator)
    expect(evaluatorOf(pack, { ...off }, DAY)).not.toBe(evaluator)
  })

  it('judge only while they are switched on and up to their last day', () => {
    const late = written('task-overdue')
    const held = (rules: Rule[], programmeRules: ProgrammeRules, asAt: string) => {
      const facts = { isLive: true, daysLate: 3, due: '2023-03-10' }
      const subject = { kind: 'task' as const, id: 'a', title: 'A', audience: [], workstreams: [] }
      const subjects = [{ ...subject, requirements: [], records: [], facts }]
      const { holding } = evaluatorOf({ ...pack, rules }, programmeRules, asAt).judge(subjects)
      return holding.map(({ rule }) => rule.id)
    }
    expect(held([late], UNCHANGED_RULES, DAY)).toEqual(['task-overdue'])
    const off = withSetting(UNCHANGED_RULES, setting('task-overdue', { enabled: false }))
    expect(held([late], off, DAY)).toEqual([])
    const ending = { ...late, until: DAY }
    expect(held([ending], UNCHANGED_RULES, DAY)).toEqual(['task-overdue'])
    expect(held([ending], UNCHANGED_RULES, '2023-03-14')).toEqual([])
  })

  it('of the pack never begin like those of a programme', () => {
    expect(pack.rules.filter(({ id }) => id.startsWith('own.'))).toEqual([])
  })
})
