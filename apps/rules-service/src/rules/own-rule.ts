import { DataError, type RuleDocument } from '@workplan/domain'
import { type NamedConditions, readStatement, type Rule } from '@workplan/rulebook'
import type { OwnRuleVersion } from './programme-rules.ts'

/** What of an own rule's version makes it a rule. */
export type OwnRuleText = Pick<OwnRuleVersion, 'id' | 'version' | 'document' | 'cases' | 'until'>

/** Own rules are told from those of the pack, now and in versions to come, by how their ids begin. */
export const OWN_PREFIX = 'own.'

/**
 * The rule of a published version; null when it reads something that this version of Workplan does not have. Its cases were
 * judged when it was published.
 */
export function readOwnRule(version: OwnRuleText, conditions: NamedConditions): Rule | null {
  try {
    return { ...readStatement(documentOf(version), conditions, version.id), cases: version.cases }
  } catch (error) {
    if (error instanceof DataError) return null
    throw error
  }
}

/** An own rule as a rule file would hold it: what was left empty is left out. */
export function documentOf({
  id,
  version,
  document,
  until,
}: Omit<OwnRuleText, 'cases'>): Record<string, unknown> {
  return { id, version, ...document, source: sourceOf(document), ...(until !== null && { until }) }
}

function sourceOf({ source }: RuleDocument): RuleDocument['source'] {
  const { framework, locator, text, url } = source
  return { framework, locator, ...(text && { text }), ...(url && { url }) }
}
