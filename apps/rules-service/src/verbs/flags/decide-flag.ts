import type { DecisionInput, FlagDetail } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Transaction } from '../../store/database.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { currentFlag, requireFlagVersion } from './current-flag.ts'
import { findFlag } from './read-flag.ts'
import { recordDecision } from './record-decision.ts'

/** Records what an SRO said about a flag. Throws `not-found`, `invalid-input`, `stale-version`, and `conflict` for a cleared flag. */
export function decideFlag(
  context: Pick<AppContext, 'store' | 'rules'>,
  request: ChangeRequest,
  flagId: string,
  { decision, expected }: { decision: DecisionInput; expected: number },
): Promise<FlagDetail> {
  return context.store.change(
    request,
    async (change) => {
      const flag = findFlag(change.before, flagId)
      await requireFlagVersion(context, change, flag.id, expected)
      await recordDecision(context, change, [flag], decision)
      return change.db
    },
    ({ after }, db: Transaction) => currentFlag(context, after, db, flagId),
  )
}
