import { useQueryCache } from '@pinia/colada'
import type { DecisionInput } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface DecisionOnMany {
  programme: string
  flags: string[]
  /** The version of the list in which they were seen. */
  version: number
  decision: DecisionInput
}

/** Records one decision about several flags, all or none. */
export function useDecideManyFlags() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, version, ...json }: DecisionOnMany, attempt) =>
      read(
        api.programmes[':programme'].flags.decisions.$post({
          param: { programme },
          header: { 'idempotency-key': attempt, 'if-match': etagOf(version) },
          json,
        }),
      ),
    onSettled: (_saved, _error, { programme }) => void refreshProgramme(cache, programme),
  })
}
