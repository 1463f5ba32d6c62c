import type { FlagAnswer, FlagDetail } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { Transaction } from '../../store/database.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { currentFlag, requireFlagVersion } from './current-flag.ts'
import { findFlag } from './read-flag.ts'

/**
 * Answers an SRO's question about a flag, or the case made against it, after which the SRO decides again. Throws `not-found`,
 * `not-allowed`, `stale-version`, and `conflict` where nothing is asked.
 */
export function answerFlag(
  context: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { flag: flagId, answer, expected }: { flag: string; answer: FlagAnswer; expected: number },
): Promise<FlagDetail> {
  return context.store.change(
    request,
    async (change) => {
      const flag = findFlag(change.before, flagId)
      await requireFlagVersion(context, change, flag.id, expected)
      if (flag.status === 'disputed') requireAction(member, 'dispute.answer')
      else if (flag.status !== 'asked')
        throw new AppError('conflict', 'Nobody asked about this flag, so there is nothing to answer.')
      change.setFlagStatus(flag.id, 'open', null)
      change.note({
        action: 'flag.answered',
        kind: 'flag',
        id: flag.id,
        title: `${flag.title}: ${flag.subject.title}`,
        before: { status: flag.status },
        after: { status: 'open', answer: answer.text },
        why: answer.text,
      })
      return change.db
    },
    ({ after }, db: Transaction) => currentFlag(context, after, db, flagId),
  )
}
