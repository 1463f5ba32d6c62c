import type { Approvals, ApprovalsView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { approvalsView } from './approvals-view.ts'

/** Says anew what needs two people in a programme. Throws `stale-version`. */
export function changeApprovals(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  { approvals, expectedVersion }: { approvals: Approvals; expectedVersion: number },
): Promise<ApprovalsView> {
  const id = `${request.programme}.approvals`
  return store.change(
    request,
    async (change) => {
      const before = approvalsView(change.before)
      if (before.version !== expectedVersion)
        await change.requireVersion('approval-setting', id, expectedVersion, () => before)
      if (before.acceptance === approvals.acceptance && before.reports === approvals.reports) return
      change.put(
        'approval-setting',
        { id, title: 'What needs two people', ...approvals, source: { document: 'Workplan' } },
        {
          expectedVersion: before.version === 0 ? null : before.version,
          action: 'approvals.changed',
          why: null,
        },
      )
    },
    ({ after }) => approvalsView(after),
  )
}
