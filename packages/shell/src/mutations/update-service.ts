import { useQueryCache } from '@pinia/colada'
import type { ServiceUpdate } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface ServiceSaving {
  programme: string
  service: string
  /** The version that the change was made from. */
  version: number
  input: ServiceUpdate
  attempt?: string
}

/** Changes a service; answers with it and what that did to the flags. */
export function useUpdateService() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, service, version, input }: ServiceSaving, attempt) =>
      read(
        api.programmes[':programme'].services[':id'].$patch({
          param: { programme, id: service },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: input,
        }),
      ),
    onSuccess: (_saved, { programme }) => void refreshProgramme(cache, programme),
  })
}
