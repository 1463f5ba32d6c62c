import { formatPartialDate, type ExplanationNode } from '@workplan/domain'

/** One condition of an explanation. */
export type Condition = Extract<ExplanationNode, { kind: 'condition' }>

/** What was found or needed, in words. Not known and an empty list are said, never left blank. */
export function factInWords(value: Condition['found']): string {
  if (value === null) return 'not known'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatPartialDate(value)
  return value === '' ? 'empty' : String(value)
}
