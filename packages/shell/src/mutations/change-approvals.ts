import { useQueryCache } from '@pinia/colada'
import type { Approvals } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { approvalsKey } from '../queries/approvals.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface ApprovalsChange {
  programme: string
  /** The version that the change was made from. */
  version: number
  approvals: Approvals
}

/** Changes what needs two people. Refused where somebody was first. */
export function useChangeApprovals() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, version, approvals }: ApprovalsChange, attempt) =>
      read(
        api.programmes[':programme'].approvals.$put({
          param: { programme },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: approvals,
        }),
      ),
    onSuccess: (saved, { programme }) => {
      cache.setQueryData(approvalsKey(programme), saved)
      void refreshProgramme(cache, programme)
    },
  })
}
