import { useQueryCache } from '@pinia/colada'
import type { ChangeEvent } from '@workplan/domain'
import { watch } from 'vue'
import { refreshProgramme, refreshQueries } from '../mutations/refresh-programme.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { reportsKey } from '../queries/keys.ts'
import { openChangeStream } from './change-stream.ts'
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
          if (missed === null || missed.length > 0) void refreshProgramme(cache, open)
          void say(missed)
        },
      })
      connection.tryNow = tryNow
      onCleanup(() => {
        stop()
        connection.$patch({ state: 'connecting', nextTryAt: null, caughtUp: null, heard: 0 })
      })
    },
    { immediate: true },
  )

  async function say(missed: readonly ChangeEvent[] | null): Promise<void> {
    // The outage may have been a new release, which no longer has this code.
    const words = await import('./missed-in-words.ts').catch(() => null)
    connection.caughtUp = words?.missedInWords(missed) ?? 'Connected again. This page is up to date.'
  }

  /** A change to reports alone touches only reports; any other record can move flags, and with them every view. */
  async function readAgain({ programme: changed, kinds, seq }: ChangeEvent): Promise<void> {
    connection.heard = seq
    if (kinds.every((kind) => kind === 'report')) await refreshQueries(cache, reportsKey(changed))
    else await refreshProgramme(cache, changed)
  }
}
