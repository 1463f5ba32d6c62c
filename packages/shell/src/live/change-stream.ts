import type { ChangeEvent } from '@workplan/domain'
import { type ChangeSource, type Saying, SILENT_MS } from './change-source.ts'
import { type Followed, openSource } from './open-source.ts'

export type Connection = 'connecting' | 'open' | 'lost'

export interface ChangeStreamEvents {
  onChange: (change: ChangeEvent) => void
  /** How it stands; while it is lost, when the next try comes (milliseconds since 1970; null while one is under way). */
  onConnection: (connection: Connection, nextTryAt: number | null) => void
  /** The stream is back and has caught up: with the changes that were missed, or null where nobody knows what was. */
  onReturn: (missed: readonly ChangeEvent[] | null) => void
  /** Somebody else signed in with this browser. */
  onSomebodyElse: () => void
}

/** Waits before a new try, in milliseconds; the last one is used for every further try. */
const WAITS_MS = [1_000, 2_000, 5_000, 15_000, 30_000]

/** A stream that was hidden for longer may have died without a word. */
const ASLEEP_MS = 60_000

export interface ChangeStream {
  tryNow: () => void
  stop: () => void
}

/**
 * Listens to a programme's changes. When the stream breaks it opens a new one, after longer and longer waits, which starts
 * after the last change that was seen.
 */
export function openChangeStream(
  followed: Followed,
  { onChange, onConnection, onReturn, onSomebodyElse }: ChangeStreamEvents,
): ChangeStream {
  let source: ChangeSource | null = null
  let isOpen = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let opened = 0
  let tries = 0
  let missed = false
  let lastSeen = followed.since
  let hiddenAt: number | null = null

  function listenOn(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      close()
      tryLater()
    }, SILENT_MS)
  }

  function close(): void {
    clearTimeout(timer)
    source?.close()
    source = null
    isOpen = false
    // Whatever the source may still say.
    opened += 1
  }

  function open(): void {
    close()
    listenOn()
    const turn = opened
    const from = lastSeen
    const caughtUp: ChangeEvent[] = []
    source = openSource(followed, from, (saying) => {
      if (turn === opened) hear(saying, from, caughtUp)
    })
  }

  function hear(saying: Saying, from: number | null, caughtUp: ChangeEvent[]): void {
    if (saying.what === 'back') return tryNow()
    if (saying.what === 'broken' || saying.what === 'somebody-else') {
      tryLater()
      if (saying.what === 'somebody-else') onSomebodyElse()
      return
    }
    listenOn()
    if (saying.what === 'open') {
      isOpen = true
      tries = 0
      onConnection('open', null)
    } else if (saying.what === 'place') {
      lastSeen = saying.seq
      // Sent back: the journal is an older one, restored.
      if (missed) onReturn(from === null || lastSeen < from ? null : caughtUp)
      missed = false
    } else if (saying.what === 'change') {
      lastSeen = saying.change.seq
      if (missed) caughtUp.push(saying.change)
      else onChange(saying.change)
    }
  }

  function tryLater(): void {
    clearTimeout(timer)
    isOpen = false
    missed = true
    const wait = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0
    tries += 1
    onConnection('lost', Date.now() + wait)
    timer = setTimeout(tryNow, wait)
  }

  function tryNow(): void {
    if (isOpen) return
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
    if (asleep) openAfterAbsence()
    else tryNow()
  }

  function openAfterAbsence(): void {
    missed = true
    open()
  }

  /** The browser keeps a page that was left, to show it again on the way back. */
  function onPageShow({ persisted }: PageTransitionEvent): void {
    if (persisted) openAfterAbsence()
  }

  onConnection('connecting', null)
  open()
  document.addEventListener('visibilitychange', onWake)
  window.addEventListener('online', tryNow)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', onPageShow)
  return {
    tryNow,
    stop: () => {
      close()
      document.removeEventListener('visibilitychange', onWake)
      window.removeEventListener('online', tryNow)
      window.removeEventListener('pagehide', close)
      window.removeEventListener('pageshow', onPageShow)
    },
  }
}
