import type { JournalEntry } from '@workplan/domain'

/** A changed field in words: `Due date: from 2023-03-31 to 2023-04-30`. */
export function changeInWords({ field, before, after }: JournalEntry['changes'][number]): string {
  const name = field.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  const label = name.charAt(0).toUpperCase() + name.slice(1)
  return `${label}: from ${valueText(before)} to ${valueText(after)}`
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join(', ')
  if (typeof value === 'object') return titleOf(value)
  return String(value)
}

/** Evidence and dependencies are told by their words. */
function titleOf(value: object): string {
  const words = Object.entries(value).find(([key]) => key === 'title' || key === 'what')
  return words ? String(words[1]) : JSON.stringify(value)
}
