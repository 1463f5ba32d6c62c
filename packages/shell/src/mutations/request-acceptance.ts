import { useMutation, useQueryCache } from '@pinia/colada'
import type { AcceptanceRequest } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { newAttempt } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'

export interface AcceptanceRequesting {
  programme: string
  flag: string
  asked: AcceptanceRequest
}

/** Asks the senior responsible owner to accept a flag until a day. */
export function useRequestAcceptance() {
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ programme, flag, asked }: AcceptanceRequesting) =>
      read(
        api.programmes[':programme'].flags[':id']['acceptance-requests'].$post({
          param: { programme, id: flag },
          header: { 'idempotency-key': newAttempt() },
          json: asked,
        }),
      ),
    onSuccess: (_asked, { programme }) => void refreshProgramme(cache, programme),
  })
}
