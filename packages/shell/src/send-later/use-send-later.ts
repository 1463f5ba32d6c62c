import { onScopeDispose, ref, watch } from 'vue'
import { useConnection } from '../live/use-connection.ts'

/** Waits before a new try, in milliseconds; the last one is used for every further try. */
const WAITS_MS = [5_000, 10_000, 30_000]

/**
 * Sends what could not be sent, when the live connection is back and every so often before. `send` carries one
 * Idempotency-Key over all its tries, so that it happens once, and says whether it is still to be sent after them.
 */
export function useSendLater(send: () => Promise<void>) {
  const connection = useConnection()
  const waiting = ref(false)
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** From now on waits for a better moment. */
  function wait(): void {
    waiting.value = true
    clearTimeout(timer)
    timer = setTimeout(() => void send(), WAITS_MS[Math.min(tries, WAITS_MS.length - 1)])
    tries += 1
  }

  /** It was sent, or refused for good, or there is nothing to send any more. */
  function settle(): void {
    waiting.value = false
    tries = 0
    clearTimeout(timer)
  }

  watch(
    () => connection.state,
    (now) => {
      if (now === 'open' && waiting.value) void send()
    },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { waiting, wait, settle }
}
