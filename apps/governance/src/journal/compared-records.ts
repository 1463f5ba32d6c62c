import type {
  AnswerSeen,
  Comparison,
  FieldComparison,
  FlagComparison,
  FlagRemark,
  MeasureComparison,
  TaskComparison,
} from '@workplan/domain'
import { flagEventWords, severityWords, statusWords } from '@workplan/shell'

/** Texts longer than this are shown one above the other, when they are asked for. */
const LONGEST_IN_LINE = 120

/** One thing that changed of a record. */
export interface ComparedChange {
  /** All of it in one line, as a file has it. */
  text: string
  /** Set for a text too long for a line. */
  long?: FieldComparison
}

/** One record that is another than before: what changed of it, and the journal entries behind that. */
export interface ComparedRecord {
  kind: string
  id: string
  title: string
  /** One line for each thing that changed. */
  changes: ComparedChange[]
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
    section('measures', 'measure', 'answered otherwise', measures.map(measureRecord)),
    section('raised', 'flag', 'raised', raised.map(flagRecord)),
    section('cleared', 'flag', 'cleared', cleared.map(flagRecord)),
    section('decided', 'flag', 'decided on or discussed', decided.map(flagRecord)),
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

function taskRecord({ id, title, created, changes, entries }: TaskComparison): ComparedRecord {
  return { kind: 'task', id, title, changes: changes.map((change) => fieldChange(change, created)), entries }
}

function measureRecord(measure: MeasureComparison): ComparedRecord {
  const { id, number, title, before, after, changes, entries } = measure
  const [was, is] = [answerSeenInWords(before), answerSeenInWords(after)]
  return {
    kind: 'measure',
    id,
    title: number === null ? title : `${number} ${title}`,
    changes: [
      ...(was === is ? [] : [{ text: `Answer: from “${was}” to “${is}”` }]),
      ...changes.map((change) => fieldChange(change)),
    ],
    entries,
  }
}

function flagRecord({
  id,
  title,
  subject,
  severity,
  before,
  after,
  said,
  entries,
}: FlagComparison): ComparedRecord {
  const status = {
    field: 'status',
    label: 'Status',
    before: before && statusWords[before],
    after: after && statusWords[after],
  }
  return {
    kind: 'flag',
    id,
    title: `${title}: ${subject.title}`,
    changes: [
      { text: `${severityWords[severity]} severity` },
      ...(before === after ? [] : [fieldChange(status, before === null)]),
      ...said.map((remark) => ({ text: remarkInWords(remark) })),
    ],
    entries,
  }
}

/** What was assigned or accepted says so itself. */
function remarkInWords({ event, words }: FlagRemark): string {
  if (words === null) return flagEventWords[event]
  return ['disputed', 'asked', 'answered'].includes(event) ? `${flagEventWords[event]}: ${words}` : words
}

/** As the history of a record says it: `Due: from “1 April 2023” to “1 May 2023”`; of what is new only what it is. */
function fieldChange(change: FieldComparison, created = false): ComparedChange {
  const { label, before, after } = change
  const text = created ? `${label}: ${after}` : `${label}: from ${quoted(before)} to ${quoted(after)}`
  const long = Math.max(before?.length ?? 0, after?.length ?? 0) > LONGEST_IN_LINE
  return long ? { text, long: change } : { text }
}

function quoted(words: string | null): string {
  return words === null ? 'not stated' : `“${words}”`
}

/** Unanswered, not applicable, not scored and level 0 stay four different things. */
export function answerSeenInWords({ state, level }: AnswerSeen): string {
  if (state === 'answered') return level === null ? 'Answered without a level' : `Level ${level}`
  if (state === 'not-applicable') return 'Not applicable'
  return state === 'not-scored' ? 'Not scored' : 'Not answered'
}
