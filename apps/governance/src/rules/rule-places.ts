import type { RuleDetail } from '@workplan/domain'

/** Names the editor of a rule among the kept drafts of its writer. */
export function placeOf(rule: Pick<RuleDetail, 'id'> | null): string {
  return `rule/${rule?.id ?? 'new'}`
}

/** As `placeOf`, for why it is published. */
export function placeOfReason(rule: Pick<RuleDetail, 'id'> | null): string {
  return `rule-publish/${rule?.id ?? 'new'}`
}
