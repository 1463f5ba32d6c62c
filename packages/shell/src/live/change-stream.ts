import type { ChangeEvent } from '@workplan/domain'

export type Connection = 'connecting' | 'open' | 'lost'

export interface ChangeStreamEvents {
  onChange: (change: ChangeEvent) => void
  onConnection: (connection: Connection) => void
  /** The stream is back after a gap in which changes may have been missed. */
  onReturn: () => void
}

/** Waits before a new try, in milliseconds; the last one is used for every further try. */
const WAITS_MS = [1_000, 2_000, 5_000, 15_000, 30_000]

/**
 * Listens to a programme's changes. The browser itself resumes a dropped stream (with Last-Event-ID); where it gives up,
 * or the service refuses for a while, this opens a new one. Returns the way to stop.
 */
export function openChangeStream(
  url: string,
  { onChange, onConnection, onReturn }: ChangeStreamEvents,
): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  let missed = false

  function open(): void {
    clearTimeout(timer)
    source?.close()
    const stream = new EventSource(url)
    source = stream
    stream.addEventListener('open', () => {
      tries = 0
      onConnection('open')
      if (missed) onReturn()
      missed = false
    })
    stream.addEventListener('change', (event: MessageEvent<string>) => {
      onChange(JSON.parse(event.data) as ChangeEvent)
    })
    stream.addEventListener('error', () => {
      missed = true
      onConnection('lost')
      if (stream.readyState === EventSource.CLOSED) tryLater()
    })
  }

  function tryLater(): void {
    clearTimeout(timer)
    const wait = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)]
    tries += 1
    timer = setTimeout(open, wait)
  }

  /** A computer that slept has lost its stream, often without noticing. */
  function onWake(): void {
    if (document.visibilityState !== 'visible') return
    if (source?.readyState !== EventSource.OPEN) open()
    else if (missed) onReturn()
  }

  onConnection('connecting')
  open()
  document.addEventListener('visibilitychange', onWake)
  window.addEventListener('online', onWake)
  return () => {
    clearTimeout(timer)
    source?.close()
    document.removeEventListener('visibilitychange', onWake)
    window.removeEventListener('online', onWake)
  }
}
