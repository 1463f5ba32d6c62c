import { DataError } from '@workplan/domain'
import { type NamedConditions, readRule, type Rule } from '@workplan/rulebook'
import type { OwnRuleVersion } from './programme-rules.ts'

/** The names under which problems of the two documents are reported. */
export const OWN_RULE = { rule: 'rule', cases: 'cases' } as const

/** What of an own rule's version makes it a rule. */
export type OwnRuleText = Pick<OwnRuleVersion, 'id' | 'version' | 'document' | 'cases' | 'until'>

/** The rule of a published version; null when it reads something that this version of Workplan does not have. */
export function readOwnRule(version: OwnRuleText, conditions: NamedConditions): Rule | null {
  try {
    return readRule(documentOf(version), () => version.cases, conditions, OWN_RULE)
  } catch (error) {
    if (error instanceof DataError) return null
    throw error
  }
}

/** An own rule as a rule file would hold it. */
export function documentOf({ id, version, document, until }: OwnRuleText): unknown {
  return { id, version, ...document, ...(until !== null && { until }) }
}
