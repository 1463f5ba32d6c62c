import { type ChangeSource, openOwnSource, type Saying, SILENT_MS } from './change-source.ts'

/** A page that listens. */
export interface Listener {
  hear: (saying: Saying) => void
  /** The last entry of the journal that the page knows of; null until it has its first place. */
  at: number | null
  /** It has caught up: whatever comes is new to it. */
  settled: boolean
  /** Heartbeats since the page last said that it is there. */
  unanswered: number
}

/** A page that left so many heartbeats without an answer is gone, or sleeps and will ask anew. */
const UNANSWERED_BEATS = 4

export type SharedStream = ReturnType<typeof shareStream>

/**
 * One stream of changes for several pages. Each hears what comes after its own place; for one that is behind the others the
 * stream is opened again from there. `onEmpty` is called when the last page has left.
 */
export function shareStream(url: string, onEmpty: () => void) {
  const listeners = new Set<Listener>()
  /** They heard that the stream broke, and try again when they like. */
  const waiting = new Set<Listener>()
  let source: ChangeSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let heardAt = 0
  /** The last entry of the journal that the stream has come to. */
  let at: number | null = null
  let settled = false

  function join(listener: Listener): void {
    listeners.add(listener)
    const behind = listener.at !== null && (at === null || listener.at < at)
    // After a sleep of the computer no timer has seen the silence yet.
    if (!source || behind || Date.now() - heardAt > SILENT_MS) open()
    else if (settled && at !== null) settle(listener, at)
  }

  function leave(listener: Listener): void {
    listeners.delete(listener)
    waiting.delete(listener)
    if (listeners.size === 0) close()
    if (listeners.size + waiting.size === 0) onEmpty()
  }

  /** Ends the stream and says so to every page, now and later. */
  function dismiss(): void {
    close()
    const all = [...listeners, ...waiting]
    listeners.clear()
    waiting.clear()
    for (const listener of all) listener.hear({ what: 'somebody-else' })
  }

  function open(): void {
    close()
    const places = [...listeners].flatMap((listener) => listener.at ?? [])
    at = places.length > 0 ? Math.min(...places) : null
    settled = false
    listenOn()
    const opened = openOwnSource(url, at, (saying) => {
      if (opened === source) pass(saying)
    })
    source = opened
  }

  function close(): void {
    clearTimeout(timer)
    source?.close()
    source = null
  }

  function listenOn(): void {
    heardAt = Date.now()
    clearTimeout(timer)
    timer = setTimeout(fail, SILENT_MS)
  }

  function pass(saying: Saying): void {
    listenOn()
    if (saying.what === 'change') passChange(saying)
    else if (saying.what === 'place') {
      at = saying.seq
      settled = true
      for (const listener of [...listeners]) settle(listener, saying.seq)
    } else if (saying.what === 'open') {
      for (const listener of [...listeners]) listener.hear(saying)
      for (const listener of [...waiting]) listener.hear({ what: 'back' })
    } else if (saying.what === 'beat') for (const listener of [...listeners]) beat(listener)
    else fail()
  }

  function passChange(saying: Saying & { what: 'change' }): void {
    at = saying.change.seq
    for (const listener of [...listeners]) {
      if (listener.at === null || listener.at >= at) continue
      listener.at = at
      listener.hear(saying)
    }
  }

  /** Gives a page its place. One that had come further is told that the stream broke: the journal is an older one, restored. */
  function settle(listener: Listener, seq: number): void {
    if (listener.settled && listener.at !== null && listener.at > seq) return breakFor(listener)
    if (!listener.settled) listener.hear({ what: 'open' })
    listener.at = seq
    listener.settled = true
    listener.hear({ what: 'place', seq })
  }

  function beat(listener: Listener): void {
    if (listener.unanswered >= UNANSWERED_BEATS) {
      listener.hear({ what: 'broken' })
      leave(listener)
      return
    }
    listener.unanswered += 1
    listener.hear({ what: 'beat' })
  }

  function fail(): void {
    close()
    for (const listener of [...listeners]) breakFor(listener)
  }

  function breakFor(listener: Listener): void {
    listeners.delete(listener)
    waiting.add(listener)
    listener.hear({ what: 'broken' })
  }

  return { join, leave, dismiss }
}
