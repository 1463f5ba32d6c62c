import { useQueryCache } from '@pinia/colada'
import { onScopeDispose, watch } from 'vue'
import { isPassing } from '../send-later/is-passing.ts'
import { useConnection } from './use-connection.ts'

/** Waits before a new try, in milliseconds; the last one is used for every further try. */
const WAITS_MS = [2_000, 5_000, 15_000, 30_000]

/**
 * Reads again whatever is on screen and could not be read for a reason that passes by itself: when the live connection is back
 * and every so often before.
 */
export function useReadAgain(): void {
  const cache = useQueryCache()
  const connection = useConnection()
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function unread() {
    return cache.getEntries({
      active: true,
      status: 'error',
      predicate: ({ state, asyncStatus }) => isPassing(state.value.error) && asyncStatus.value !== 'loading',
    })
  }

  /** After a reading that failed, perhaps one of several. */
  function wait(): void {
    if (timer !== undefined || unread().length === 0) return
    timer = setTimeout(readAgain, WAITS_MS[Math.min(tries, WAITS_MS.length - 1)])
    tries += 1
  }

  function readAgain(): void {
    clearTimeout(timer)
    timer = undefined
    const entries = unread()
    if (entries.length === 0) tries = 0
    // A new failure is waited for as the first was.
    for (const entry of entries) void cache.fetch(entry).catch(() => {})
  }

  const ignore = cache.$onAction(({ name, after, onError }) => {
    if (name !== 'fetch') return
    onError(wait)
    after(() => {
      if (unread().length === 0) tries = 0
    })
  })
  watch(
    () => connection.state,
    (now) => {
      if (now === 'open') readAgain()
    },
  )
  onScopeDispose(() => {
    ignore()
    clearTimeout(timer)
  })
}
