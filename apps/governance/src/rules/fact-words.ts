import type { ConditionView, FactValue } from '@workplan/domain'
import { upperFirst } from './rule-words.ts'

/** What a fact is, in words. Not known and an empty list are said, never left blank. */
export function factValueInWords(value: FactValue): string {
  if (value === null) return 'not known'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, part]) => `${key} ${factValueInWords(part)}`)
      .join(', ')
  return value === '' ? 'empty' : String(value)
}

/** The names of the facts that conditions read, by the words they are shown with. A table has the name of its first part. */
export function factLabels(conditions: ConditionView | null): Map<string, string> {
  if (conditions === null) return new Map()
  if (conditions.kind !== 'condition')
    return new Map(conditions.children.flatMap((child) => [...factLabels(child)]))
  const { reading, label, value, valueInWords } = conditions
  const other = typeof value === 'object' && value !== null && 'fact' in value ? value.fact : null
  return new Map([[reading.fact, label], ...(other ? [[other, upperFirst(valueInWords)] as const] : [])])
}

/** `daysLate` as `Days late`, for a fact that no condition names. */
export function factNameInWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return upperFirst(words)
}
