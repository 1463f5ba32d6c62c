import { formatPartialDate, type AcceptanceRequest } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { decisions } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { findFlag } from './read-flag.ts'

/** Asks the SRO to accept a flag until a day. Throws `not-found`, `invalid-input`, and `conflict` for a cleared flag. */
export function requestAcceptance(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  flagId: string,
  asked: AcceptanceRequest,
): Promise<{ requested: true }> {
  return store.change(
    request,
    async ({ before, db, at, actor, note }) => {
      const flag = findFlag(before, flagId)
      if (flag.status === 'cleared')
        throw new AppError('conflict', 'This flag is cleared; there is nothing left to accept.')
      if (asked.until <= before.asAt) {
        const message = `Choose a day after ${formatPartialDate(before.asAt)}`
        throw new AppError('invalid-input', `${message}. Nothing was asked for.`, {
          errors: [{ path: 'until', message }],
        })
      }
      const decision = { kind: 'request-acceptance' as const, ...asked }
      await db
        .insert(decisions)
        .values({ programme: request.programme, flag: flag.id, decision, by: actor, at, asAt: before.asAt })
      note({
        action: 'flag.acceptance-requested',
        kind: 'flag',
        id: flag.id,
        title: `${flag.title}: ${flag.subject.title}`,
        before: { status: flag.status },
        after: { status: flag.status, decision },
        why: `Acceptance until ${formatPartialDate(asked.until)} asked for. ${asked.rationale}`,
      })
    },
    () => ({ requested: true as const }),
  )
}
