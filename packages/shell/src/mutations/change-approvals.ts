import { useMutation, useQueryCache } from '@pinia/colada'
import type { Approvals } from '@workplan/domain'
import { api } from '../api/client.ts'
import { isProblem } from '../api/api-problem.ts'
import { read } from '../api/read.ts'
import { approvalsKey } from '../queries/approvals.ts'
import { etagOf, newAttempt } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'

export interface ApprovalsChange {
  programme: string
  /** The version that the change was made from. */
  version: number
  approvals: Approvals
}

/** Changes what needs two people. Where somebody was first, shows what is there now. */
export function useChangeApprovals() {
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ programme, version, approvals }: ApprovalsChange) =>
      read(
        api.programmes[':programme'].approvals.$put({
          param: { programme },
          header: { 'if-match': etagOf(version), 'idempotency-key': newAttempt() },
          json: approvals,
        }),
      ),
    onError: (error, { programme }) => {
      if (isProblem(error, 'stale-version')) cache.setQueryData(approvalsKey(programme), error.current)
    },
    onSuccess: (saved, { programme }) => {
      cache.setQueryData(approvalsKey(programme), saved)
      void refreshProgramme(cache, programme)
    },
  })
}
