import type {
  Audience,
  EvidenceState,
  FlagStatus,
  Severity,
  StatusReason,
  TaskStatus,
  Verdict,
} from '@workplan/domain'

/** Our words for the values of the vocabulary, for sentences, options and table cells. */

export const statusWords: Record<TaskStatus | FlagStatus, string> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  unknown: 'Status not known',
  open: 'Open',
  assigned: 'Assigned',
  accepted: 'Accepted',
  disputed: 'Disputed',
  asked: 'Asked',
  cleared: 'Cleared',
}

export const severityWords: Record<Severity, string> = { high: 'High', medium: 'Medium', low: 'Low' }

export const audienceWords: Record<Audience, string> = {
  adult: 'Adults',
  children: 'Children and young people',
  all: 'All ages',
  workforce: 'Workforce',
}

export const reasonWords: Record<StatusReason, string> = {
  'decision-needed': 'Needs a decision',
  'funding-needed': 'Needs money',
  staffing: 'Needs staff',
  'waiting-for-other-work': 'Waits for other work',
  'partly-done': 'Partly done',
  other: 'Other',
}

export const verdictWords: Record<Verdict, string> = {
  holds: 'Yes',
  'does-not-hold': 'No',
  'not-assessable': 'Cannot be judged',
}

/** What an evidence box holds. Only `described` is evidence that a reader can check. */
export const evidenceWords: Record<EvidenceState, string> = {
  none: 'Nothing written',
  bare: 'Only a name or a yes',
  reference: 'Points to something else',
  duplicate: 'Repeats another answer',
  pending: 'Still to come',
  'to-be-confirmed': 'To be confirmed',
  query: 'An open question',
  described: 'Described',
}

const KINDS: Record<string, string> = {
  'building-block': 'building block',
  'coverage-place': 'place',
  'foi-pack': 'FOI pack',
  'foi-answer': 'freedom of information answer',
  group: 'governance group',
}

/** A kind of record or requirement in words: 'delivery plan item'. */
export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind.replaceAll('-', ' ')
}

/** 'Adults, children and young people'. */
export function audiencesInWords(audiences: readonly Audience[]): string {
  return audiences
    .map((audience, index) => (index === 0 ? audienceWords[audience] : audienceWords[audience].toLowerCase()))
    .join(', ')
}

/** A count with its noun: `1 task`, `3 tasks`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
