import type { RuleSummary } from '@workplan/domain'
import { kindWords, severityWords } from '@workplan/shell'
import { originWords, stateWords, upperFirst } from './rule-words.ts'

/** The filters of the rule library as they stand in its address. */
export const RULE_FILTER_KEYS = ['subject', 'severity', 'origin', 'state', 'q'] as const

export type RuleFilterKey = (typeof RULE_FILTER_KEYS)[number]
export type RuleFilterValues = Partial<Record<RuleFilterKey, string>>

const any = (text: string) => ({ value: '', text })

function optionsOf(words: Record<string, string>) {
  return Object.entries(words).map(([value, text]) => ({ value, text }))
}

/** The fields that narrow the library, with what these rules offer to choose from. */
export function ruleFilterFields(rules: readonly RuleSummary[]) {
  const kinds = [...new Set(rules.flatMap(({ subject }) => subject ?? []))]
  return [
    {
      key: 'subject' as const,
      label: 'Kind of thing',
      options: [
        any('Anything'),
        ...kinds
          .map((value) => ({ value, text: upperFirst(kindWords(value)) }))
          .toSorted((one, other) => one.text.localeCompare(other.text)),
      ],
    },
    { key: 'severity' as const, label: 'Severity', options: [any('Any'), ...optionsOf(severityWords)] },
    { key: 'origin' as const, label: 'Origin', options: [any('Any'), ...optionsOf(originWords)] },
    {
      key: 'state' as const,
      label: 'State',
      options: [any('Any'), ...optionsOf(stateWords), { value: 'changed', text: 'Changed here' }],
    },
  ]
}

/** The rules that every filter lets through. A filter with a value that no rule has lets none through. */
export function narrowRules(
  rules: readonly RuleSummary[],
  { subject, severity, origin, state, q }: RuleFilterValues,
): RuleSummary[] {
  const words = q?.trim().toLowerCase() ?? ''
  return rules.filter(
    (rule) =>
      (!subject || rule.subject === subject) &&
      (!severity || rule.severity === severity) &&
      (!origin || rule.origin === origin) &&
      (!state || (state === 'changed' ? rule.changedHere : rule.state === state)) &&
      [rule.title, rule.why, rule.remedy, rule.source.framework, rule.id].some((text) =>
        text.toLowerCase().includes(words),
      ),
  )
}
