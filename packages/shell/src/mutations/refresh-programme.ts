import type { QueryCache } from '@pinia/colada'
import { programmeKey } from '../queries/keys.ts'

/** Makes everything read from a programme read again: what is on screen now, the rest when it is next opened. */
export async function refreshProgramme(cache: QueryCache, programme: string): Promise<void> {
  await cache.invalidateQueries({ key: [...programmeKey(programme)] })
}
