import { formatPartialDate, type JournalEntry } from '@workplan/domain'
import { counted, statusWords } from '@workplan/shell'

/** Kinds of record that people change or that changes bring about. */
export const JOURNAL_KINDS = [
  'task',
  'flag',
  'rule',
  'report',
  'milestone',
  'answer',
  'service',
  'metric',
] as const

const LONGEST_VALUE = 120

/**
 * One line for each field that changed: `Status: in progress, was not started`. Of a field with fields of its own, only
 * those that changed: `Narrative, summary: ...`.
 */
export function changesInWords({ changes }: Pick<JournalEntry, 'changes'>): string[] {
  return changes.flatMap(({ field, before, after }) => changeLines(nameInWords(field), before, after))
}

/** `task.updated` as `Task updated`. */
export function actionInWords(action: string): string {
  return upperFirst(action.replaceAll(/[.-]/g, ' '))
}

/** Why, in the person's own words; what the rules do follows from the records. */
export function whyInWords({ why, by }: Pick<JournalEntry, 'why' | 'by'>): string {
  return why ?? (by === 'Workplan' ? 'Follows from the records' : 'Not said')
}

/** True when the entry holds the words anywhere a reader sees them. */
export function matchesWords(entry: JournalEntry, words: string | undefined): boolean {
  const wanted = words?.trim().toLowerCase()
  if (!wanted) return true
  const text = [entry.by, entry.action, entry.record.title, entry.why ?? '', ...changesInWords(entry)].join(
    ' ',
  )
  return text.toLowerCase().includes(wanted)
}

function changeLines(name: string, before: unknown, after: unknown): string[] {
  const was = fieldsOf(before)
  const is = fieldsOf(after)
  if (was || is) {
    const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
    return fields
      .filter((field) => JSON.stringify(was?.[field]) !== JSON.stringify(is?.[field]))
      .flatMap((field) =>
        changeLines(`${name}, ${nameInWords(field).toLowerCase()}`, was?.[field], is?.[field]),
      )
  }
  const first = before === null || before === undefined
  return [
    first
      ? `${name}: ${valueInWords(after)}`
      : `${name}: ${valueInWords(after)}, was ${valueInWords(before)}`,
  ]
}

/** `statusReason` as `Status reason`. */
function nameInWords(field: string): string {
  return upperFirst(field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return listInWords(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text in statusWords) return statusWords[text as keyof typeof statusWords].toLowerCase()
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatPartialDate(text)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

function listInWords(values: readonly unknown[]): string {
  if (values.length === 0) return 'nothing'
  return values.every((value) => typeof value === 'string')
    ? values.join(', ')
    : counted(values.length, 'entry', 'entries')
}

function fieldsOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

/** The words with a capital letter. */
export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
