import { onScopeDispose, ref, watch } from 'vue'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { useConnection } from '../live/use-connection.ts'
import { shownPerson } from '../session/shown-person.ts'
import { NOT_SENT } from './not-saved-words.ts'

/** Waits before a new try, in milliseconds; the last one is used for every further try. */
const WAITS_MS = [5_000, 10_000, 30_000]

/**
 * Sends what could not be sent, when the live connection is back and every so often before. `send` carries one
 * Idempotency-Key over all its tries, so that it happens once, and says whether it is still to be sent after them.
 */
export function useSendLater(send: () => Promise<void>) {
  const connection = useConnection()
  const { announce } = useAnnouncement()
  const writer = shownPerson()
  const waiting = ref(false)
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let left = false

  /** From now on waits for a better moment. Once its form was left, it is for the next one to send it. */
  function wait(): void {
    waiting.value = true
    clearTimeout(timer)
    if (left) return
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
  onScopeDispose(() => {
    left = true
    clearTimeout(timer)
    if (waiting.value && shownPerson() === writer) announce({ text: NOT_SENT, tone: 'problem' })
  })

  return { waiting, wait, settle }
}
