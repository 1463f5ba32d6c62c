import { useMutation, useQueryCache } from '@pinia/colada'
import type { DecisionInput } from '@workplan/domain'
import { api } from '../api/client.ts'
import { flagDetailOf } from '../api/flag-detail.ts'
import { read } from '../api/read.ts'
import { flagKey } from '../queries/flags.ts'
import { newAttempt } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'

export interface FlagDecision {
  programme: string
  flag: string
  decision: DecisionInput
  attempt?: string
}

/** Records what the senior responsible owner decided about a flag; answers with the flag. */
export function useDecideFlag() {
  const cache = useQueryCache()
  return useMutation({
    mutation: async ({ programme, flag, decision, attempt = newAttempt() }: FlagDecision) => {
      const answer = await read(
        api.programmes[':programme'].flags[':id'].decisions.$post({
          param: { programme, id: flag },
          header: { 'idempotency-key': attempt },
          json: decision,
        }),
      )
      return flagDetailOf(answer)
    },
    onSuccess: (saved, { programme, flag }) => {
      cache.setQueryData(flagKey(programme, flag), saved)
      void refreshProgramme(cache, programme)
    },
  })
}
