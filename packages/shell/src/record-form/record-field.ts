import { formatPartialDate } from '@workplan/domain'
import { parsePartialDate } from '../task-form/parse-partial-date.ts'

/** One field in the form of a record. What is left empty is not known: it is sent as null, or as an empty list. */
export interface RecordField {
  key: string
  label: string
  hint?: string
  /**
   * `lines`: several texts, one to a line. `choice`: one of the options, of which the value '' stands for not known.
   * `choices`: any of them. `age`: a choice whose values are whole numbers.
   */
  kind: 'text' | 'lines' | 'number' | 'date' | 'choice' | 'age' | 'choices'
  options?: readonly { value: string; text: string }[]
  required?: boolean
}

/** A record as it stands in the form: text as typed, and ticked values. */
export type RecordDraft = Record<string, string | string[]>

/** The fields of a record as text for the form. */
export function draftOfRecord(fields: readonly RecordField[], record: object): RecordDraft {
  const values = new Map<string, unknown>(Object.entries(record))
  return Object.fromEntries(fields.map((field) => [field.key, draftValue(field, values.get(field.key))]))
}

function draftValue({ kind }: RecordField, value: unknown): string | string[] {
  if (kind === 'choices') return Array.isArray(value) ? value.map(String) : []
  if (kind === 'lines') return Array.isArray(value) ? value.join('\n') : ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return kind === 'date' ? formatPartialDate(value) : value
}

/** The keys of the fields that differ between two drafts. */
export function changedKeys(fields: readonly RecordField[], from: RecordDraft, to: RecordDraft): string[] {
  return fields.filter((field) => inWords(field, from) !== inWords(field, to)).map(({ key }) => key)
}

/** What is wrong with a draft, by the key of the field. */
export function draftProblems(fields: readonly RecordField[], draft: RecordDraft): Record<string, string> {
  const problems = fields.flatMap((field) => {
    const problem = problemOf(field, textOf(draft, field.key))
    return problem ? [[field.key, problem] as const] : []
  })
  return Object.fromEntries(problems)
}

function problemOf({ kind, label, required }: RecordField, text: string): string | null {
  if (text === '') return required ? `Enter: ${label.toLowerCase()}` : null
  if (kind === 'number' && !/^\d+(\.\d{1,2})?$/.test(text)) return `${label} must be a number, such as 12`
  if (kind === 'date' && parsePartialDate(text) === null)
    return `${label} must be a date, such as 30 April 2023, April 2023 or 2023`
  return null
}

/** The values of these fields as the service takes them. Check the draft first. */
export function valuesOf(
  fields: readonly RecordField[],
  draft: RecordDraft,
  keys: readonly string[] = fields.map(({ key }) => key),
): Record<string, unknown> {
  const sent = fields.filter(({ key }) => keys.includes(key))
  return Object.fromEntries(sent.map((field) => [field.key, valueOf(field, draft)]))
}

function valueOf({ kind, key }: RecordField, draft: RecordDraft): string | number | string[] | null {
  const text = textOf(draft, key)
  if (kind === 'choices') return tickedIn(draft, key)
  if (kind === 'lines') return text.split('\n').flatMap((line) => line.trim() || [])
  if (text === '') return null
  if (kind === 'number' || kind === 'age') return Number(text)
  return kind === 'date' ? parsePartialDate(text) : text
}

/** A field as it reads on the conflict screen. */
export function inWords({ kind, key, options = [] }: RecordField, draft: RecordDraft): string {
  const wordOf = (value: string) => options.find((option) => option.value === value)?.text ?? value
  if (kind === 'choices') return tickedIn(draft, key).toSorted().map(wordOf).join(', ')
  const text = textOf(draft, key)
  return kind === 'choice' || kind === 'age' ? wordOf(text) : text
}

export function textOf(draft: RecordDraft, key: string): string {
  const value = draft[key]
  return typeof value === 'string' ? value.trim() : ''
}

export function tickedIn(draft: RecordDraft, key: string): string[] {
  const value = draft[key]
  return Array.isArray(value) ? value : []
}
