import type { RuleSaved } from '@workplan/domain'
import type { Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import type { ChangeOutcome } from '../../store/store.ts'
import { readRule } from './find-rule.ts'

/** A rule after a change, and what the change did to the flags. */
export function ruleSaved(
  { after, flags, changed }: ChangeOutcome,
  rules: Rules,
  member: Member,
  id: string,
): RuleSaved {
  return { item: readRule(after, rules, id, member), flags: { ...flags, changed } }
}
