import { type FactValue, formatPartialDate } from '@workplan/domain'
import type { FactDeclaration } from '../facts/declaration.ts'

/** A fact's value as a reader says it: `5 days`, `no tasks`, `33.3%`, `13 March 2023`, `a, b and c`, `not known`. */
export function inWords(value: FactValue, declared: Pick<FactDeclaration, 'type' | 'unit'>): string {
  if (value === null) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return withUnit(value, declared.unit)
  if (Array.isArray(value)) return listed(value)
  return declared.type === 'date' ? formatPartialDate(value) : value
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
