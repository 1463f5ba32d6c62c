import type { RuleState, RuleSummary, Severity, SubjectKind } from '@workplan/domain'

/** What the rule library can be narrowed by. */
export interface RuleFilter {
  subject?: SubjectKind | undefined
  severity?: Severity | undefined
  origin?: RuleSummary['origin'] | undefined
  state?: RuleState | undefined
  /** Words that must all occur in the rule's text. */
  q?: string | undefined
}

/** The rules that pass every part of the filter, in the order given. */
export function filterRules(
  rules: readonly RuleSummary[],
  { subject, severity, origin, state, q = '' }: RuleFilter,
): RuleSummary[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter(
    (rule) =>
      (subject === undefined || rule.subject === subject) &&
      (severity === undefined || rule.severity === severity) &&
      (origin === undefined || rule.origin === origin) &&
      (state === undefined || rule.state === state) &&
      words.every((word) => textOf(rule).includes(word)),
  )
}

function textOf({ id, title, why, remedy, source }: RuleSummary): string {
  return [id, title, why, remedy, source.framework, source.locator].join('\n').toLowerCase()
}
