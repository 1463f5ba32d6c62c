import { useQueryCache } from '@pinia/colada'
import type { ChangeEvent } from '@workplan/domain'
import { watch } from 'vue'
import { refreshProgramme, refreshQueries } from '../mutations/refresh-programme.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { reportsKey } from '../queries/reports.ts'
import { openChangeStream } from './change-stream.ts'
import { missedInWords } from './missed-in-words.ts'
import { useConnection } from './use-connection.ts'

/** Keeps what is on screen up to date with other people's changes, and says in `useConnection` how the connection stands. */
export function useLiveChanges(): void {
  const { programme, membership, moment } = useProgramme()
  const cache = useQueryCache()
  const connection = useConnection()

  watch(
    () => (membership.value && moment.value === null ? programme.value : null),
    (open, _before, onCleanup) => {
      if (!open) return
      const { tryNow, stop } = openChangeStream(`/api/programmes/${encodeURIComponent(open)}/events`, {
        onChange: (change) => void readAgain(change),
        onConnection: (now, nextTryAt) => connection.$patch({ state: now, nextTryAt }),
        onReturn: (missed) => {
          connection.caughtUp = missedInWords(missed)
          if (missed === null || missed.length > 0) void refreshProgramme(cache, open)
        },
      })
      connection.tryNow = tryNow
      onCleanup(() => {
        stop()
        connection.$patch({ state: 'connecting', nextTryAt: null, caughtUp: null })
      })
    },
    { immediate: true },
  )

  /** A change to reports alone touches only reports; any other record can move flags, and with them every view. */
  async function readAgain({ programme: changed, kinds }: ChangeEvent): Promise<void> {
    if (kinds.every((kind) => kind === 'report')) await refreshQueries(cache, reportsKey(changed))
    else await refreshProgramme(cache, changed)
  }
}
