import type { JournalEntry } from '@workplan/domain'
import { statusWords } from '@workplan/shell'

/** Kinds of record that people change or that changes bring about. */
export const JOURNAL_KINDS = ['task', 'flag', 'report', 'milestone', 'answer', 'service', 'metric'] as const

const LONGEST_VALUE = 120

/** One line for each field that changed: `status: in-progress, was not-started`. */
export function changesInWords({ changes }: Pick<JournalEntry, 'changes'>): string[] {
  return changes.map(({ field, before, after }) =>
    before === null || before === undefined
      ? `${fieldInWords(field)}: ${valueInWords(after)}`
      : `${fieldInWords(field)}: ${valueInWords(after)}, was ${valueInWords(before)}`,
  )
}

/** `task.updated` as `Task updated`. */
export function actionInWords(action: string): string {
  const words = action.replaceAll(/[.-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
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

/** `statusReason` as `Status reason`. */
function fieldInWords(field: string): string {
  const words = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'string' && value in statusWords)
    return statusWords[value as keyof typeof statusWords].toLowerCase()
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}
