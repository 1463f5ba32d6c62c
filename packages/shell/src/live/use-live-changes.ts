import { useQueryCache } from '@pinia/colada'
import type { ChangeEvent } from '@workplan/domain'
import { watch } from 'vue'
import { refreshProgramme, refreshQueries } from '../mutations/refresh-programme.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { reportsKey } from '../queries/keys.ts'
import { sessionKey } from '../queries/session.ts'
import { useSession } from '../session/use-session.ts'
import type { ChangeStreamEvents } from './change-stream.ts'
import type { Followed } from './open-source.ts'
import { useConnection } from './use-connection.ts'

/** Until the code of the live stream is asked for again, where it did not arrive. */
const CODE_WAIT_MS = 15_000

/** Keeps what is on screen up to date with other people's changes, and says in `useConnection` how the connection stands. */
export function useLiveChanges(): void {
  const { programme, membership, moment } = useProgramme()
  const { person } = useSession()
  const cache = useQueryCache()
  const connection = useConnection()

  watch(
    [
      () => (membership.value && moment.value === null ? programme.value : null),
      () => person.value?.id ?? null,
    ],
    ([open, reader], _before, onCleanup) => {
      if (!open || !reader) return
      const url = `/api/programmes/${encodeURIComponent(open)}/events`
      // The page was read after its reader's session: a change in between is not missed, however late the stream opens.
      const since = membership.value?.seq ?? null
      const stop = follow({ url, person: reader, since }, eventsOf(open))
      onCleanup(() => {
        stop()
        connection.$patch({ state: 'connecting', nextTryAt: null, caughtUp: null, heard: 0 })
      })
    },
    { immediate: true },
  )

  /** Opens the stream as soon as its code is there, which the page does not wait for. */
  function follow(followed: Followed, events: ChangeStreamEvents): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stop: (() => void) | null = null
    let ended = false

    async function start(): Promise<void> {
      clearTimeout(timer)
      const code = await import('./change-stream.ts').catch(() => null)
      if (ended || stop) return
      if (code) {
        const stream = code.openChangeStream(followed, events)
        stop = stream.stop
        connection.tryNow = stream.tryNow
      } else {
        events.onConnection('lost', Date.now() + CODE_WAIT_MS)
        timer = setTimeout(() => void start(), CODE_WAIT_MS)
      }
    }

    connection.tryNow = () => void start()
    void start()
    return () => {
      ended = true
      clearTimeout(timer)
      stop?.()
    }
  }

  function eventsOf(open: string): ChangeStreamEvents {
    return {
      onChange: (change) => void readAgain(change),
      onConnection: (state, nextTryAt) => connection.$patch({ state, nextTryAt }),
      onReturn: (missed) => {
        if (missed === null || missed.length > 0) void refreshProgramme(cache, open)
        void say(missed)
      },
      onSomebodyElse: () => void refreshQueries(cache, sessionKey),
    }
  }

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
