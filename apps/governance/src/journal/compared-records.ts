import {
  formatPartialDate,
  type AnswerSeen,
  type Comparison,
  type FlagComparison,
  type FlagStatus,
  type TaskComparison,
  type TaskStatus,
} from '@workplan/domain'
import { severityWords, statusWords } from '@workplan/shell'

/** One record that is another than before: what changed of it, and the journal entries behind that. */
export interface ComparedRecord {
  kind: string
  id: string
  title: string
  /** One line for each thing that changed. */
  changes: string[]
  entries: number[]
}

/** Records that changed in the same way. */
export interface ComparedSection {
  /** The place of the section on the page. */
  id: string
  /** What happened to them: 'created'. */
  happened: string
  /** What one of them is, and several. */
  noun: { one: string; many: string }
  records: ComparedRecord[]
}

/** Everything that changed between two moments, by what happened to it; sections without records are there too. */
export function comparedSections(comparison: Comparison): ComparedSection[] {
  const { tasks, measures, raised, cleared, decided } = comparison
  const changed = tasks.filter(({ created, ended }) => !created && !ended)
  return [
    section('created', 'task', 'created', tasks.filter(({ created }) => created).map(taskRecord)),
    section('ended', 'task', 'done', tasks.filter(({ created, ended }) => ended && !created).map(taskRecord)),
    section('changed', 'task', 'changed', changed.map(taskRecord)),
    section(
      'measures',
      'measure',
      'answered otherwise',
      measures.map(({ id, number, title, before, after, entries }) => ({
        kind: 'measure',
        id,
        title: number === null ? title : `${number} ${title}`,
        changes: [`${answerSeenInWords(after)}, was ${answerSeenInWords(before).toLowerCase()}`],
        entries,
      })),
    ),
    section('raised', 'flag', 'raised', raised.map(flagRecord)),
    section('cleared', 'flag', 'cleared', cleared.map(flagRecord)),
    section('decided', 'flag', 'decided on', decided.map(flagRecord)),
  ]
}

function section(
  id: string,
  noun: 'task' | 'measure' | 'flag',
  happened: string,
  records: ComparedRecord[],
): ComparedSection {
  return { id, happened, noun: { one: noun, many: `${noun}s` }, records }
}

function taskRecord({ id, title, created, status, start, due, entries }: TaskComparison): ComparedRecord {
  const dates = [
    { name: 'Start', change: start },
    { name: 'Due', change: due },
  ]
  const lines = [
    status && line('Status', status, statusInWords, created),
    ...dates.map(({ name, change }) => change && line(name, change, formatPartialDate, created)),
  ]
  return { kind: 'task', id, title, changes: lines.filter((text) => text !== null), entries }
}

function flagRecord({
  id,
  title,
  subject,
  severity,
  before,
  after,
  decisions,
  entries,
}: FlagComparison): ComparedRecord {
  const said = decisions.map((decision) =>
    decision.kind === 'ask' ? `Asked: ${decision.question}` : (decision.rationale ?? null),
  )
  const change = before === after ? null : line('Status', { before, after }, statusInWords)
  const changes = [`${severityWords[severity]} severity`, change, ...said].filter((text) => text !== null)
  return { kind: 'flag', id, title: `${title}: ${subject.title}`, changes, entries }
}

function statusInWords(status: TaskStatus | FlagStatus): string {
  return statusWords[status].toLowerCase()
}

/** `Due: 1 May 2023, was 1 April 2023`. Of what was not there before, only what it is. */
function line<Value>(
  name: string,
  { before, after }: { before: Value | null; after: Value | null },
  inWords: (value: Value) => string,
  created = before === null,
): string {
  const words = (value: Value | null) => (value === null ? 'nothing' : inWords(value))
  return created ? `${name}: ${words(after)}` : `${name}: ${words(after)}, was ${words(before)}`
}

/** Unanswered, not applicable, not scored and level 0 stay four different things. */
export function answerSeenInWords({ state, level }: AnswerSeen): string {
  if (state === 'answered') return level === null ? 'Answered without a level' : `Level ${level}`
  if (state === 'not-applicable') return 'Not applicable'
  return state === 'not-scored' ? 'Not scored' : 'Not answered'
}
