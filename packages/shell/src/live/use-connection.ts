import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Connection } from './change-stream.ts'

/** How the live connection of this page stands: one for all that shows it or waits for it. */
export const useConnection = defineStore('connection', () => {
  const state = shallowRef<Connection>('connecting')
  /** When the next try comes, in milliseconds since 1970; null while none is planned. */
  const nextTryAt = shallowRef<number | null>(null)
  /** Tries at once instead of waiting. */
  const tryNow = shallowRef<() => void>(() => {})
  /** What was caught up with after the last break, in words; null once the reader has seen it. */
  const caughtUp = shallowRef<string | null>(null)
  /** The last entry of the journal that this page has heard of. */
  const heard = shallowRef(0)
  return { state, nextTryAt, tryNow, caughtUp, heard }
})
