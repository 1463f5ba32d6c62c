import { watch } from 'vue'

/** What there was when something was begun, such as a question opened or a file chosen; others may change it until it is sent. */
export function useBegun<Seen>(now: () => Seen, isBegun: () => boolean): () => Seen {
  let seen = now()
  watch(
    isBegun,
    (begun) => {
      if (begun) seen = now()
    },
    { flush: 'sync' },
  )
  return () => seen
}
