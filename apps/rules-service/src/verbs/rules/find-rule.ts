import type { RuleDetail } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import { may, type Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import { type LibraryEntry, libraryEntry } from '../../rules/library-entries.ts'
import type { ProgrammeRule } from '../../rules/rules-of-programme.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { revisionOf, ruleDetail } from '../../views/rule-detail.ts'

/** A rule of a programme, drafts and ended ones included; throws `not-found`. */
export function findRule(programme: LoadedProgramme, rules: Rules, id: string): LibraryEntry {
  const entry = libraryEntry(rules.rulebook, programme.programmeRules, id)
  if (!entry) throw new AppError('not-found', 'There is no such rule in this programme.')
  return entry
}

/** A rule of the pack; throws `not-found`, and `conflict` for one of the programme's own. */
export function findPackRule(programme: LoadedProgramme, rules: Rules, id: string): ProgrammeRule {
  const { found } = findRule(programme, rules, id)
  if (found?.origin === 'pack') return found
  throw new AppError('conflict', 'This rule is your own: change the rule itself, or end it.')
}

/** A rule of the programme's own; throws `not-found`, and `conflict` for one of the pack. */
export function findOwnRule(programme: LoadedProgramme, rules: Rules, id: string): LibraryEntry {
  const entry = findRule(programme, rules, id)
  if (entry.found?.origin !== 'pack') return entry
  throw new AppError(
    'conflict',
    'This rule comes with Workplan: change its settings, or write one of your own.',
  )
}

/** A rule as its page shows it to a member; throws `not-found`. */
export function readRule(programme: LoadedProgramme, rules: Rules, id: string, member: Member): RuleDetail {
  return ruleDetail(findRule(programme, rules, id), programme, rules, may(member, 'rules.manage'))
}

/** Throws `stale-version`, with the rule as it is now, unless it is at the revision that the person saw. */
export function requireRevision(
  programme: LoadedProgramme,
  rules: Rules,
  member: Member,
  { id, expected }: { id: string; expected: number },
): void {
  if (revisionOf(findRule(programme, rules, id), programme) === expected) return
  throw new AppError(
    'stale-version',
    'The rule was changed since you opened it. Nothing of yours was saved: look at what is there now, then try again.',
    { current: readRule(programme, rules, id, member) },
  )
}
