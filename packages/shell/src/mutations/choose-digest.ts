import { useQueryCache } from '@pinia/colada'
import type { DigestChoice } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { digestSettingsKey } from '../queries/notifications.ts'
import { etagOf } from './attempt.ts'
import { useSending } from './use-sending.ts'

/** Keeps what this person wants to get by e-mail, chosen from a version of what they wanted before. */
export function useChooseDigest() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, version, choice }: { programme: string; version: number; choice: DigestChoice }) =>
      read(
        api.programmes[':programme'].notifications.settings.$put({
          param: { programme },
          header: { 'if-match': etagOf(version) },
          json: choice,
        }),
      ),
    onSuccess: (settings, { programme }) => cache.setQueryData(digestSettingsKey(programme), settings),
  })
}
