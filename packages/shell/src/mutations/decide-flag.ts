import { useQueryCache } from '@pinia/colada'
import type { DecisionInput } from '@workplan/domain'
import { api } from '../api/client.ts'
import { isProblem } from '../api/api-problem.ts'
import { flagDetailOf } from '../api/flag-detail.ts'
import { read } from '../api/read.ts'
import { flagKey } from '../queries/flags.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface FlagDecision {
  programme: string
  flag: string
  /** The version of the flag that was decided about. */
  version: number
  decision: DecisionInput
  attempt?: string
}

/** Records what the senior responsible owner decided about a flag; answers with the flag. Where somebody was first, shows what is there now. */
export function useDecideFlag() {
  const cache = useQueryCache()
  return useSending({
    send: async ({ programme, flag, version, decision }: FlagDecision, attempt) => {
      const answer = await read(
        api.programmes[':programme'].flags[':id'].decisions.$post({
          param: { programme, id: flag },
          header: { 'idempotency-key': attempt, 'if-match': etagOf(version) },
          json: decision,
        }),
      )
      return flagDetailOf(answer)
    },
    onError: (error, { programme, flag }) => {
      if (isProblem(error, 'stale-version')) cache.setQueryData(flagKey(programme, flag), error.current)
    },
    onSuccess: (saved, { programme, flag }) => {
      cache.setQueryData(flagKey(programme, flag), saved)
      void refreshProgramme(cache, programme)
    },
  })
}
