import type { JournalEntry } from '@workplan/domain'

/** Kinds of record that people change or that changes bring about. */
export const JOURNAL_KINDS = ['task', 'flag', 'report', 'milestone', 'answer', 'service', 'metric'] as const

const LONGEST_VALUE = 120

/** One line for each field that changed: `status: in-progress, was not-started`. */
export function changesInWords({ changes }: Pick<JournalEntry, 'changes'>): string[] {
  return changes.map(({ field, before, after }) =>
    before === null || before === undefined
      ? `${field}: ${valueInWords(after)}`
      : `${field}: ${valueInWords(after)}, was ${valueInWords(before)}`,
  )
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

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}
