import type { QueryCache } from '@pinia/colada'
import { sessionKey } from '../queries/session.ts'

/** Forgets everything but who is signed in: the next person may not be allowed to see it. */
export function forgetWhatWasRead(cache: QueryCache): void {
  for (const entry of cache.getEntries({ predicate: ({ key }) => key[0] !== sessionKey[0] }))
    cache.remove(entry)
}
