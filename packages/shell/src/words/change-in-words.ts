import { formatPartialDate, type JournalEntry } from '@workplan/domain'
import { reasonWords, statusWords } from './words.ts'

type Change = JournalEntry['changes'][number]

const CODES: Record<string, string> = { ...statusWords, ...reasonWords }
const PARTIAL_DATE = /^\d{4}(-\d{2}){1,2}$/

/** A changed field in words: `Due: from 31 March 2023 to April 2023`. */
export function changeInWords({ field, before, after }: Change): string {
  if (field === 'basis') return `Now said by a person: ${noLongerInferred(before, after) || 'nothing more'}`
  return `${fieldInWords(field)}: from ${valueInWords(before)} to ${valueInWords(after)}`
}

/** `statusReason` as `Status reason`. */
function fieldInWords(field: string): string {
  const words = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'string')
    return CODES[value]?.toLowerCase() ?? (PARTIAL_DATE.test(value) ? formatPartialDate(value) : value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueInWords).join(', ')
  return typeof value === 'object' ? nameOf(value) : JSON.stringify(value)
}

/** Evidence and dependencies are told by their words. */
function nameOf(value: object): string {
  const name = Object.entries(value).find(([key]) => key === 'title' || key === 'what')
  return name ? String(name[1]) : JSON.stringify(value)
}

/** The fields that were worked out before and are not any more. */
function noLongerInferred(before: unknown, after: unknown): string {
  const now = new Set(keysOf(after))
  return keysOf(before)
    .filter((field) => !now.has(field))
    .map((field) => fieldInWords(field).toLowerCase())
    .join(', ')
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}
