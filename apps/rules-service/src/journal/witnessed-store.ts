import type { Store } from '../store/store.ts'
import type { Witness } from './witness.ts'

/** The store, with the head of the journal written outside the database before a change is answered. */
export function witnessedStore(store: Store, witness: Witness): Store {
  return {
    ...store,
    async readProgramme(id) {
      const programme = await store.readProgramme(id)
      // A new day is journalled by whoever reads first.
      if (programme.seq > witness.seenUpTo(id)) await witness.see(id)
      return programme
    },
    async change(request, make, answer) {
      const given = await store.change(request, make, answer)
      await witness.see(request.programme)
      return given
    },
    async rejudge(programme, cause) {
      const effect = await store.rejudge(programme, cause)
      await witness.see(programme)
      return effect
    },
    async addProgramme(state, members) {
      const added = await store.addProgramme(state, members)
      if (added) await witness.see(state.programme.id)
      return added
    },
  }
}
