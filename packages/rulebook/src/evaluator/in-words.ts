import { type FactTable, type FactValue, formatPartialDate } from '@workplan/domain'
import type { PlainFact, TableFact } from '../facts/declaration.ts'

/** What has to be declared of a fact for its value to be said. */
type Said = Pick<PlainFact, 'type' | 'unit'> | Pick<TableFact, 'type' | 'of' | 'keys' | 'unit'>

/**
 * A fact's value as a reader says it: `5 days`, `no tasks`, `33.3%`, `13 March 2023`, `a, b and c`, `not known`, and a
 * table member by member: `2 tasks for adults and no tasks for the workforce`.
 */
export function inWords(value: FactValue, declared: Said): string {
  if (value === null) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return withUnit(value, declared.unit)
  if (Array.isArray(value)) return listed(value)
  if (typeof value === 'object') return tableInWords(value, declared)
  return declared.type === 'date' ? formatPartialDate(value) : value
}

function tableInWords(table: FactTable, declared: Said): string {
  if (declared.type !== 'table') return listed(Object.keys(table))
  const { of, unit, keys } = declared
  return listed(
    Object.entries(keys).map(([key, words]) => `${inWords(table[key] ?? null, { type: of, unit })} ${words}`),
  )
}

function withUnit(value: number, unit: string | undefined): string {
  if (unit === undefined) return String(value)
  if (unit === '%') return `${value}%`
  if (value === 0) return `no ${plural(unit)}`
  return `${value} ${value === 1 ? unit : plural(unit)}`
}

function plural(unit: string): string {
  return unit.endsWith('y') && !/[aeo]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`
}

function listed(values: readonly string[]): string {
  if (values.length === 0) return 'none'
  const last = values.at(-1) as string
  return values.length === 1 ? last : `${values.slice(0, -1).join(', ')} and ${last}`
}
