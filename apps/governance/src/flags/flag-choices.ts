import type { Audience, FlagStatus, FlagSummary, RequirementRef, Severity } from '@workplan/domain'
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
  'owner',
  'age',
  'new',
  'q',
] as const

export type FlagFilterKey = (typeof FLAG_FILTER_KEYS)[number]
export type FlagFilterValues = Partial<Record<FlagFilterKey, string>>

/** The ways to look at a list of flags, with the words of the button that leads there. */
export const FLAG_VIEWS = [
  { value: 'causes', text: 'Group by cause' },
  { value: 'duties', text: 'Group by duty' },
  { value: 'list', text: 'Show as a list' },
] as const
export type FlagView = (typeof FLAG_VIEWS)[number]['value']

/** The view an address asks for: by cause, unless it names another. */
export function flagViewOf(asked: string | undefined): FlagView {
  return FLAG_VIEWS.find(({ value }) => value === asked)?.value ?? 'causes'
}

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

/** Days since a flag was raised, at least. */
export const AGE_CHOICES: readonly Choice<string>[] = [
  { value: '', text: 'Any' },
  { value: '30', text: 'Over 30 days' },
  { value: '90', text: 'Over 90 days' },
  { value: '180', text: 'Over 180 days' },
]

/** The duties and ambitions that these flags count under. */
export function requirementChoices(
  flags: readonly FlagSummary[],
  requirements: readonly Pick<RequirementRef, 'id' | 'kind' | 'number' | 'title'>[],
): Choice<string>[] {
  const named = new Set(flags.flatMap((flag) => flag.requirements))
  return [
    { value: '', text: 'Any' },
    ...requirements
      .filter(({ id, kind }) => named.has(id) && (kind === 'duty' || kind === 'ambition'))
      .map(({ id, number, title }) => ({ value: id, text: [number, title].filter(Boolean).join(' ') })),
  ]
}

/** People or workstreams by name. */
export function namedChoices(all: readonly { id: string; name: string }[]): Choice<string>[] {
  return [{ value: '', text: 'Any' }, ...all.map(({ id, name }) => ({ value: id, text: name }))]
}

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
