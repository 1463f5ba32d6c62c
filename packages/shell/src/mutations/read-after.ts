import { useQueryCache } from '@pinia/colada'
import { useConnection } from '../live/use-connection.ts'
import { programmeKey } from '../queries/keys.ts'
import { refreshProgramme } from './refresh-programme.ts'

/** A live stream that has said nothing of a change for so long may say nothing at all. */
const HEARD_WITHIN_MS = 2_000

/**
 * Has a programme read again once after an own change, up to entry `seq` of the journal, of which the live stream tells this
 * page too. What was being read before that is left out, and `show` puts on screen what is known already.
 */
export function useReadAfter() {
  const cache = useQueryCache()
  const connection = useConnection()

  return (programme: string, seq: number, show: () => void): void => {
    const readAgain = () => void refreshProgramme(cache, programme)
    // It is being read since the page heard of it.
    if (connection.heard === seq) return show()
    void cache.invalidateQueries({ key: [...programmeKey(programme)] }, false)
    show()
    if (connection.state !== 'open' || connection.heard > seq) return readAgain()
    setTimeout(() => {
      if (connection.heard < seq) readAgain()
    }, HEARD_WITHIN_MS)
  }
}
