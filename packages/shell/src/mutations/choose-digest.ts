import { useQueryCache } from '@pinia/colada'
import type { DigestChoice } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { digestSettingsKey } from '../queries/notifications.ts'
import { useSending } from './use-sending.ts'

/** Keeps what this person wants to get by e-mail. */
export function useChooseDigest() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, choice }: { programme: string; choice: DigestChoice }) =>
      read(api.programmes[':programme'].notifications.settings.$put({ param: { programme }, json: choice })),
    onSuccess: (settings, { programme }) => cache.setQueryData(digestSettingsKey(programme), settings),
  })
}
