import { describe, expect, it } from 'vitest'
import { ConditionView } from './condition-views.ts'
import { RuleSettingsInput } from './rule-views.ts'
import { RuleDocument } from './rule-writing.ts'

const document = {
  ...{ title: 'A', subject: null, severity: null, why: '', message: '', remedy: '' },
  ...{ source: { framework: '', locator: '' }, requires: [], when: null },
}

describe('a rule that is being written', () => {
  it('may be as incomplete as a form, and is trimmed', () => {
    expect(RuleDocument.parse({ ...document, title: ' A ' }).title).toBe('A')
  })

  it('may hold conditions in any state, but not nested beyond reason', () => {
    const nested = (levels: number) =>
      Array.from({ length: levels }).reduce<unknown>((inner) => ({ not: inner }), { fact: 'level' })
    expect(RuleDocument.safeParse({ ...document, when: nested(20) }).success).toBe(true)
    expect(RuleDocument.safeParse({ ...document, when: nested(50_000) }).success).toBe(false)
  })

  it('may not hold anything that no rule has', () => {
    expect(RuleDocument.safeParse({ ...document, until: '2023-03-13' }).success).toBe(false)
    expect(RuleDocument.safeParse({ ...document, subject: 'person' }).success).toBe(false)
  })
})

describe('settings of a rule', () => {
  const settings = { enabled: true, severity: null, thresholds: { 'when.value': 3 }, reason: 'Agreed' }

  it('need a reason and numbers that are finite', () => {
    expect(RuleSettingsInput.safeParse(settings).success).toBe(true)
    expect(RuleSettingsInput.safeParse({ ...settings, reason: '  ' }).success).toBe(false)
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, null, '3'])
      expect(RuleSettingsInput.safeParse({ ...settings, thresholds: { 'when.value': number } }).success).toBe(
        false,
      )
  })
})

it('conditions are a tree of groups and comparisons', () => {
  const leaf = {
    ...{ kind: 'condition', place: 'when.all.0', words: 'Level is 3', reading: { fact: 'level' } },
    ...{ label: 'Level', operator: 'equal', operatorInWords: 'is', value: 3, valueInWords: '3' },
    threshold: true,
  }
  const group = { kind: 'all', place: 'when', words: 'All of these', name: null, children: [leaf] }
  expect(ConditionView.parse(group)).toEqual(group)
  expect(ConditionView.safeParse({ ...group, children: [{ ...leaf, value: undefined }] }).success).toBe(false)
})
