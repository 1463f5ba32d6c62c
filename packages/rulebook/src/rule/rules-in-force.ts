import type { IsoDate } from '@workplan/domain'
import type { Rule } from './rule.ts'

/** The rules in force on a day: those without an end, and those whose last day is that day or later. */
export function rulesInForce(rules: readonly Rule[], asAt: IsoDate): Rule[] {
  return rules.filter(({ until }) => until === undefined || until >= asAt)
}
