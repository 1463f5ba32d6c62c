import type { EntryKey, QueryCache } from '@pinia/colada'
import { programmeKey } from '../queries/keys.ts'

/** Makes everything read from a programme read again: what is on screen now, the rest when it is next opened. */
export async function refreshProgramme(cache: QueryCache, programme: string): Promise<void> {
  await refreshQueries(cache, programmeKey(programme))
}

/** Makes what is read under a key read again. A query that fails keeps its error, which its page shows. */
export async function refreshQueries(cache: QueryCache, key: EntryKey): Promise<void> {
  await Promise.allSettled([cache.invalidateQueries({ key: [...key] })])
}
