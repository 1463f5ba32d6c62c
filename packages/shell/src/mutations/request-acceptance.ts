import type { AcceptanceRequest } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { useChanging } from './use-changing.ts'

export interface AcceptanceRequesting {
  programme: string
  flag: string
  asked: AcceptanceRequest
}

/** Asks the senior responsible owner to accept a flag until a day. */
export function useRequestAcceptance() {
  return useChanging()(({ programme, flag, asked }: AcceptanceRequesting, attempt) =>
    read(
      api.programmes[':programme'].flags[':id']['acceptance-requests'].$post({
        param: { programme, id: flag },
        header: { 'idempotency-key': attempt },
        json: asked,
      }),
    ),
  )
}
