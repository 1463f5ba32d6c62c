import type { RuleSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import { type OwnRuleVersion, withOwnRule } from '../../rules/programme-rules.ts'
import { writeOwnRule } from '../../store/rule-rows.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { checkRule } from './check-rule.ts'
import { findOwnRule, requireRevision } from './find-rule.ts'
import { ruleSaved } from './rule-saved.ts'

/**
 * Puts the draft of an own rule in force and judges the programme by it. Throws `not-found`, `stale-version`, and `conflict`
 * without a draft or while problems are left.
 */
export function publishRule(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expected, reason }: { id: string; expected: number; reason: string },
): Promise<RuleSaved> {
  return store.change(
    request,
    async (change) => {
      const { before, db, at, actor } = change
      const { draft, published } = findOwnRule(before, rules, id)
      requireRevision(before, rules, member, { id, expected })
      if (!draft) throw new AppError('conflict', 'There is nothing to publish: this rule has no draft.')
      await refuseProblems(draft, rules)
      const revision = change.note({
        action: 'rule.published',
        kind: 'rule',
        id,
        title: draft.document.title,
        before: published ? textOf(published) : null,
        after: textOf(draft),
        why: reason,
      })
      const next: OwnRuleVersion = { ...draft, state: 'published', revision, reason, by: actor, at }
      await writeOwnRule(db, request.programme, next)
      change.setRules(withOwnRule(before.programmeRules, next))
    },
    (outcome) => ruleSaved(outcome, rules, member, id),
  )
}

async function refuseProblems({ document, cases }: OwnRuleVersion, rules: Rules): Promise<void> {
  const { problems } = await checkRule({ document, cases }, rules.rulebook.conditions)
  if (problems.length > 0)
    throw new AppError('conflict', 'The rule cannot be published yet: put right what is named.', {
      errors: problems.map(({ place, message }) => ({ path: place, message })),
    })
}

function textOf({ version, document, cases }: OwnRuleVersion): object {
  return { version, document, cases }
}
