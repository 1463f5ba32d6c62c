import type { Audience, FlagStatus, FlagSummary, Severity } from '@workplan/domain'
import { audienceWords, kindWords, severityWords, statusWords } from '@workplan/shell'

/** The filters of the flag list as they stand in its address. */
export const FLAG_FILTER_KEYS = [
  'severity',
  'status',
  'rule',
  'audience',
  'kind',
  'requirement',
  'subject',
  'workstream',
  'q',
] as const

export type FlagFilterKey = (typeof FLAG_FILTER_KEYS)[number]
export type FlagFilterValues = Partial<Record<FlagFilterKey, string>>

/** One entry of a select; empty text is the choice that narrows nothing. */
interface Choice<Value extends string> {
  value: Value | ''
  text: string
}

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low']
const STATUSES: readonly FlagStatus[] = ['open', 'assigned', 'accepted', 'disputed', 'asked', 'cleared']
const AUDIENCES: readonly Audience[] = ['adult', 'children', 'workforce']

export const SEVERITY_CHOICES: readonly Choice<Severity>[] = [
  { value: '', text: 'Any' },
  ...SEVERITIES.map((value) => ({ value, text: severityWords[value] })),
]

export const STATUS_CHOICES: readonly Choice<FlagStatus | 'all'>[] = [
  { value: '', text: 'Not cleared' },
  ...STATUSES.map((value) => ({ value, text: statusWords[value] })),
  { value: 'all', text: 'All' },
]

export const AUDIENCE_CHOICES: readonly Choice<Audience>[] = [
  { value: '', text: 'Anyone' },
  ...AUDIENCES.map((value) => ({ value, text: audienceWords[value] })),
]

/** The kinds of thing these flags are about, in words. */
export function kindChoices(flags: readonly FlagSummary[]): Choice<string>[] {
  const kinds = [...new Set(flags.map((flag) => flag.subject.kind))]
  return [
    { value: '', text: 'Anything' },
    ...kinds
      .map((value) => ({ value, text: upperFirst(kindWords(value)) }))
      .toSorted((one, other) => one.text.localeCompare(other.text)),
  ]
}

/** The rules behind these flags, by title. */
export function causeChoices(flags: readonly FlagSummary[]): Choice<string>[] {
  const causes = new Map(flags.map(({ rule, title }) => [rule, { value: rule, text: title }]))
  return [
    { value: '', text: 'Any' },
    ...[...causes.values()].toSorted((one, other) => one.text.localeCompare(other.text)),
  ]
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
