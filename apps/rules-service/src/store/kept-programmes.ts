import type { ChainHead } from '../journal/check-chain.ts'
import type { LoadedProgramme } from './programme.ts'
import { dayInEngland } from './today.ts'

/** Programmes that stay in memory; the others are read when somebody asks. */
const PROGRAMMES_KEPT = 64

/** A programme with the entry of the journal that it stands at. */
export interface KeptProgramme {
  programme: LoadedProgramme
  /** The hash of that entry: after the database was put back, another entry may have its number. */
  hash: string
  /** When that entry was made. */
  at: Date
}

/** The programmes that were read or changed last. */
export interface KeptProgrammes {
  /** The programme that stands at the end of its journal, on its present day; null when it must be read. */
  freshOf(id: string, head: ChainHead): KeptProgramme | null
  keep(kept: KeptProgramme): KeptProgramme
}

/** Keeps programmes in memory, as many as it has room for. */
export function createKeptProgrammes(now: () => Date): KeptProgrammes {
  const kept = new Map<string, KeptProgramme>()

  return {
    freshOf(id, head) {
      const known = kept.get(id)
      if (!known || known.hash !== head.hash) {
        // The database may stand where it stood long ago: what is read from it must not be held back by what is known.
        if (known && known.programme.seq > head.seq) kept.delete(id)
        return null
      }
      const { state, asAt } = known.programme
      return state.programme.pinnedTo !== null || asAt === dayInEngland(now()) ? known : null
    },
    keep(found) {
      const { id } = found.programme.state.programme
      const known = kept.get(id)
      if (!known || known.programme.seq <= found.programme.seq) {
        kept.delete(id)
        kept.set(id, found)
      }
      const [oldest] = kept.keys()
      if (kept.size > PROGRAMMES_KEPT && oldest !== undefined) kept.delete(oldest)
      return found
    },
  }
}
