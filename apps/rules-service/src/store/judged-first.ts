import { setImmediate as breathe } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Store } from './store.ts'

/** Programmes that are judged at the same time without anybody asking for them. */
const AT_ONCE = 2

/** Why flags change that the rules or frameworks of this version see otherwise. */
const CAUSE = { kind: 'rules', id: 'rules', title: 'Rules or frameworks changed' }

/**
 * The store, in which a programme is brought in line with the rules and frameworks of this version of Workplan before anybody
 * reads or changes it: the first time somebody asks for it after the start.
 */
export function judgedFirst(store: Store): Store {
  const begun = new Map<string, Promise<void>>()

  function judged(id: string): Promise<void> {
    const known = begun.get(id)
    if (known) return known
    const judging = judge(store, id)
    begun.set(id, judging)
    // Whoever asks next tries again.
    judging.catch(() => begun.delete(id))
    return judging
  }

  return {
    ...store,
    async readProgramme(id) {
      await judged(id)
      return store.readProgramme(id)
    },
    async readAsAt(id, asAt) {
      await judged(id)
      return store.readAsAt(id, asAt)
    },
    async change(request, make, answer) {
      await judged(request.programme)
      return store.change(request, make, answer)
    },
    async addProgramme(state, members) {
      const added = await store.addProgramme(state, members)
      if (added) begun.set(state.programme.id, Promise.resolve())
      return added
    },
  }
}

async function judge(store: Store, id: string): Promise<void> {
  await store.completeJournal(id)
  // What a new day does to flags is journalled as that, first.
  await store.readProgramme(id)
  await store.rejudge(id, CAUSE)
}

/** Reads every programme once, a few at a time, until told to stop; returns when that is done. Never rejects. */
export async function judgeAll(
  store: Pick<Store, 'listProgrammes' | 'readProgramme'>,
  stopping: AbortSignal,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  const waiting = await store.listProgrammes().catch((error: unknown) => {
    log.warn({ err: error }, 'the programmes could not be listed')
    return []
  })
  const judgeNext = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined && !stopping.aborted; id = waiting.shift()) {
      await store.readProgramme(id).catch((error: unknown) => {
        log.warn({ err: error, programme: id }, 'a programme was not judged; it will be when it is asked for')
      })
      await breathe()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, judgeNext))
}
