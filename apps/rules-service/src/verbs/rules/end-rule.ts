import { addDays, formatPartialDate, type RuleEndInput, type RuleSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import { type OwnRuleVersion, withoutDraft, withOwnRule } from '../../rules/programme-rules.ts'
import { writeOwnRule } from '../../store/rule-rows.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { removeDraft } from './discard-draft.ts'
import { findOwnRule, requireRevision } from './find-rule.ts'
import { ruleSaved } from './rule-saved.ts'

/**
 * Ends an own rule: its flags clear after its last day, at once unless a day is given, and a draft of it goes with it.
 * Throws `not-found`, `stale-version`, `invalid-input`, and `conflict` for a rule that is not published or has ended.
 */
export function endRule(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expected, input }: { id: string; expected: number; input: RuleEndInput },
): Promise<RuleSaved> {
  return store.change(
    request,
    async (change) => {
      const { before, db, actor: by, at } = change
      const { draft, published } = findOwnRule(before, rules, id)
      requireRevision(before, rules, member, { id, expected })
      if (published?.state !== 'published')
        throw new AppError('conflict', 'Only a rule that is published can be ended, and only once.')
      const yesterday = addDays(before.asAt, -1)
      const { reason, until = yesterday } = input
      if (until < yesterday) throw tooEarly(yesterday)
      const revision = change.note({
        action: 'rule.ended',
        kind: 'rule',
        id,
        title: published.document.title,
        before: { version: published.version, until: null },
        after: { version: published.version, until },
        why: reason,
      })
      const ended = { by, at: at.toISOString(), reason }
      const next: OwnRuleVersion = { ...published, state: 'ended', revision, until, ended }
      await writeOwnRule(db, request.programme, next)
      if (draft) await removeDraft(change, request.programme, draft)
      change.setRules(withOwnRule(withoutDraft(before.programmeRules, id), next))
    },
    (outcome) => ruleSaved(outcome, rules, member, id),
  )
}

function tooEarly(yesterday: string): AppError {
  const message = `Choose ${formatPartialDate(yesterday)} or a later day`
  return new AppError('invalid-input', `${message}. Nothing was changed.`, {
    errors: [{ path: 'until', message }],
  })
}
