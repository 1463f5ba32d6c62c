import type { ComparedValue } from '@workplan/domain'

/** A fact's value in words. Not known and an empty list are said, never left blank. */
export function factInWords(value: ComparedValue): string {
  if (value === null) return 'not known'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  return value === '' ? 'empty' : String(value)
}
