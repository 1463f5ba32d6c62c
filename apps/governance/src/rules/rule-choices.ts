import type { RuleSummary } from '@workplan/domain'
import { counted, kindWords, severityWords } from '@workplan/shell'
import { originWords, stateWords, upperFirst } from './rule-words.ts'

/** The filters of the rule library as they stand in its address. */
export const RULE_FILTER_KEYS = ['subject', 'severity', 'flags', 'origin', 'state', 'q'] as const

export type RuleFilterKey = (typeof RULE_FILTER_KEYS)[number]
export type RuleFilterValues = Partial<Record<RuleFilterKey, string>>

const FLAGS_NOW: Record<string, { text: string; fits: (rule: RuleSummary) => boolean }> = {
  some: { text: 'Raises flags now', fits: ({ flagsOpen }) => flagsOpen > 0 },
  none: { text: 'Raises nothing now', fits: ({ flagsOpen }) => flagsOpen === 0 },
  unsaid: { text: 'Cannot judge something', fits: ({ notAssessable }) => (notAssessable ?? 0) > 0 },
}

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
    {
      key: 'flags' as const,
      label: 'Flags now',
      options: [any('Any'), ...Object.entries(FLAGS_NOW).map(([value, { text }]) => ({ value, text }))],
    },
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
  { subject, severity, flags, origin, state, q }: RuleFilterValues,
): RuleSummary[] {
  const words = q?.trim().toLowerCase() ?? ''
  return rules.filter(
    (rule) =>
      (!subject || rule.subject === subject) &&
      (!severity || rule.severity === severity) &&
      (!flags || FLAGS_NOW[flags]?.fits(rule) === true) &&
      (!origin || rule.origin === origin) &&
      (!state || (state === 'changed' ? rule.changedHere : rule.state === state)) &&
      [rule.title, rule.why, rule.remedy, rule.source.framework, rule.id].some((text) =>
        text.toLowerCase().includes(words),
      ),
  )
}

/** The rules about one kind of thing. */
export interface RuleGroup {
  /** Empty where drafts do not say yet what they are about. */
  kind: string
  rules: RuleSummary[]
}

/** Rules by what they are about, in the order in which the kinds first come. */
export function groupRules(rules: readonly RuleSummary[]): RuleGroup[] {
  const groups = Map.groupBy(rules, ({ subject }) => subject ?? '')
  return [...groups].map(([kind, ofKind]) => ({ kind, rules: ofKind }))
}

/** A group in words: `Task: 2 rules, 12 flags now`. */
export function groupInWords({ kind, rules }: RuleGroup): string {
  const flags = rules.reduce((sum, { flagsOpen }) => sum + flagsOpen, 0)
  const about = kind === '' ? 'Not said yet' : upperFirst(kindWords(kind))
  const found = flags === 0 ? 'no flags now' : `${counted(flags, 'flag')} now`
  return `${about}: ${counted(rules.length, 'rule')}, ${found}`
}
