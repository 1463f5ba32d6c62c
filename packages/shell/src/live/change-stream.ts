import type { ChangeEvent } from '@workplan/domain'

export type Connection = 'connecting' | 'open' | 'lost'

export interface ChangeStreamEvents {
  onChange: (change: ChangeEvent) => void
  /** How it stands; while it is lost, when the next try comes (milliseconds since 1970; null while one is under way). */
  onConnection: (connection: Connection, nextTryAt: number | null) => void
  /** The stream is back and has caught up: with the changes that were missed, or null where nobody knows what was. */
  onReturn: (missed: readonly ChangeEvent[] | null) => void
}

/** Waits before a new try, in milliseconds; the last one is used for every further try. */
const WAITS_MS = [1_000, 2_000, 5_000, 15_000, 30_000]

/** A stream that was hidden for longer may have died without a word. */
const ASLEEP_MS = 60_000

/** Two and a half heartbeats of the service (every 15 seconds): the stream died without a word. */
const SILENT_MS = 37_500

export interface ChangeStream {
  tryNow: () => void
  stop: () => void
}

/**
 * Listens to a programme's changes. When the stream breaks it opens a new one, after longer and longer waits, which starts
 * after the last change that was seen.
 */
export function openChangeStream(
  url: string,
  { onChange, onConnection, onReturn }: ChangeStreamEvents,
): ChangeStream {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  let missed = false
  let lastSeen: number | null = null
  let hiddenAt: number | null = null

  function listenOn(): void {
    clearTimeout(timer)
    timer = setTimeout(tryLater, SILENT_MS)
  }

  function open(): void {
    source?.close()
    const stream = new EventSource(lastSeen === null ? url : `${url}?after=${lastSeen}`)
    source = stream
    listenOn()
    stream.addEventListener('open', () => {
      if (stream !== source) return
      listenOn()
      tries = 0
      onConnection('open', null)
    })
    const from = lastSeen
    const caughtUp: ChangeEvent[] = []
    stream.addEventListener('beat', listenOn)
    stream.addEventListener('place', (event: MessageEvent<string>) => {
      listenOn()
      lastSeen = Number(event.data)
      // Sent back: the journal is an older one, restored.
      if (missed) onReturn(from === null || lastSeen < from ? null : caughtUp)
      missed = false
    })
    stream.addEventListener('change', (event: MessageEvent<string>) => {
      listenOn()
      const change = JSON.parse(event.data) as ChangeEvent
      lastSeen = change.seq
      if (missed) caughtUp.push(change)
      else onChange(change)
    })
    stream.addEventListener('error', () => {
      if (stream === source) tryLater()
    })
  }

  /** The browser's own tries would come unannounced, so they do not come at all. */
  function tryLater(): void {
    clearTimeout(timer)
    source?.close()
    missed = true
    const wait = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0
    tries += 1
    onConnection('lost', Date.now() + wait)
    timer = setTimeout(tryNow, wait)
  }

  function tryNow(): void {
    if (source?.readyState === EventSource.OPEN) return
    onConnection(missed ? 'lost' : 'connecting', null)
    open()
  }

  /** A computer that slept has lost its stream, often without noticing. */
  function onWake(): void {
    if (document.visibilityState !== 'visible') {
      hiddenAt = Date.now()
      return
    }
    const asleep = hiddenAt !== null && Date.now() - hiddenAt > ASLEEP_MS
    hiddenAt = null
    if (asleep) {
      missed = true
      open()
    } else tryNow()
  }

  onConnection('connecting', null)
  open()
  document.addEventListener('visibilitychange', onWake)
  window.addEventListener('online', tryNow)
  return {
    tryNow,
    stop: () => {
      clearTimeout(timer)
      source?.close()
      source = null
      document.removeEventListener('visibilitychange', onWake)
      window.removeEventListener('online', tryNow)
    },
  }
}
