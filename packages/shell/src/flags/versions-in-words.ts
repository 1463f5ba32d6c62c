import type { FlagDetail } from '@workplan/domain'

/** By which version of its rule a flag was raised, and by which it was last found to hold. */
export function versionsInWords({
  ruleVersion,
  judgedByVersion,
}: Pick<FlagDetail, 'ruleVersion' | 'judgedByVersion'>): string {
  return ruleVersion === judgedByVersion
    ? `Raised by version ${ruleVersion} of it.`
    : `Raised by version ${ruleVersion} of it; last judged by version ${judgedByVersion}.`
}
