import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import { type OwnRuleVersion, withoutDraft } from '../../rules/programme-rules.ts'
import { deleteDraft } from '../../store/rule-rows.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { findOwnRule, requireRevision } from './find-rule.ts'

/**
 * Lets go of the draft of an own rule; one that was never published is gone. Throws `not-found`, `stale-version`, and
 * `conflict` without a draft.
 */
export function discardDraft(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expected }: { id: string; expected: number },
): Promise<null> {
  return store.change(
    request,
    async (change) => {
      const { draft } = findOwnRule(change.before, rules, id)
      requireRevision(change.before, rules, member, { id, expected })
      if (!draft) throw new AppError('conflict', 'There is no draft of this rule.')
      await removeDraft(change, request.programme, draft)
      change.setRules(withoutDraft(change.before.programmeRules, id))
    },
    () => null,
  )
}

/** Removes a draft's row and says so in the journal, with what it was. */
export async function removeDraft(
  change: Change,
  programme: string,
  { id, version, document, cases }: OwnRuleVersion,
): Promise<void> {
  await deleteDraft(change.db, programme, id)
  change.note({
    action: 'rule.draft-discarded',
    kind: 'rule',
    id,
    title: document.title,
    before: { version, document, cases },
    after: null,
    why: null,
  })
}
