import { useQueryCache } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { noticesKey } from '../queries/notifications.ts'
import { refreshQueries } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

/** Marks what was shown as read: everything up to the journal entry `seq`. */
export function useMarkNoticesRead() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, seq }: { programme: string; seq: number }) =>
      read(api.programmes[':programme'].notifications.read.$put({ param: { programme }, json: { seq } })),
    onSuccess: (_left, { programme }) => refreshQueries(cache, noticesKey(programme)),
  })
}
