import { RuleDetail, RuleSummary } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { loadRules } from '../rules.ts'
import { libraryEntries } from '../rules/library-entries.ts'
import { exampleProgramme, judged } from './loaded-programme.fixture.ts'
import { ruleDetail } from './rule-detail.ts'
import { ruleSummaries } from './rule-summary.ts'

const rules = loadRules()

describe.each(['bnssg', 'northamptonshire'] as const)('the rule library of %s', (id) => {
  const { programme } = judged(exampleProgramme(id))

  it('counts every flag that is not cleared under its rule', () => {
    const summaries = ruleSummaries(programme, rules).map((summary) => RuleSummary.parse(summary))
    expect(summaries).toHaveLength(rules.rulebook.rules.length)
    expect(summaries.reduce((sum, { flagsOpen }) => sum + flagsOpen, 0)).toBe(programme.flags.size)
  })

  it('shows every rule whole, its cases coming out as they say', () => {
    for (const entry of libraryEntries(rules.rulebook, programme.programmeRules)) {
      const rule = RuleDetail.parse(ruleDetail(entry, programme, rules, false))
      const verdicts = { true: 'holds', false: 'does-not-hold', 'not-assessable': 'not-assessable' }
      expect(rule.workedCases.map(({ verdict }) => [rule.id, verdict])).toEqual(
        rule.workedCases.map(({ flags }) => [rule.id, verdicts[`${flags}`]]),
      )
      expect(rule.flags).toHaveLength(rule.flagsOpen)
      expect([rule.id, rule.conditions?.words]).toEqual([rule.id, expect.stringMatching(/\w/)])
      expect(JSON.stringify(rule.conditions)).not.toContain('undefined')
    }
  })
})
