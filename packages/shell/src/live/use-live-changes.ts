import { useQueryCache } from '@pinia/colada'
import type { ChangeEvent } from '@workplan/domain'
import { shallowRef, watch, type ShallowRef } from 'vue'
import { refreshProgramme, refreshQueries } from '../mutations/refresh-programme.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { reportsKey } from '../queries/reports.ts'
import { openChangeStream, type Connection } from './change-stream.ts'

/** Keeps what is on screen up to date with other people's changes. Says how the connection stands. */
export function useLiveChanges(): ShallowRef<Connection> {
  const { programme, membership, moment } = useProgramme()
  const cache = useQueryCache()
  const connection = shallowRef<Connection>('connecting')

  watch(
    () => (membership.value && moment.value === null ? programme.value : null),
    (open, _before, onCleanup) => {
      if (!open) return
      const stop = openChangeStream(`/api/programmes/${encodeURIComponent(open)}/events`, {
        onChange: (change) => void readAgain(change),
        onConnection: (now) => (connection.value = now),
        onReturn: () => void refreshProgramme(cache, open),
      })
      onCleanup(stop)
    },
    { immediate: true },
  )

  /** A change to reports alone touches only reports; any other record can move flags, and with them every view. */
  async function readAgain({ programme: changed, kinds }: ChangeEvent): Promise<void> {
    if (kinds.every((kind) => kind === 'report')) await refreshQueries(cache, reportsKey(changed))
    else await refreshProgramme(cache, changed)
  }

  return connection
}
