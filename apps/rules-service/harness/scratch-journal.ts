import { join } from 'node:path'
import { pino } from 'pino'
import { openHeadsFile, readHeadsFile } from '../src/journal/heads-folder.ts'
import type { WitnessedHead } from '../src/journal/signed-head.ts'
import { createWitness } from '../src/journal/witness.ts'
import { createStore } from '../src/store/create-store.ts'
import type { Database } from '../src/store/database.ts'
import type { Store } from '../src/store/store.ts'
import { lateTaskRules, smallProgramme } from '../src/testing/small-programme.ts'
import { makeScratchDatabase } from './scratch-database.ts'

export const PROGRAMME = 'alpha'

/** A small programme in a database of its own, with heads outside it and several instances to write through. */
export interface ScratchJournal {
  database: Database
  headsOutside(): Promise<WitnessedHead[]>
  /** Makes one change through the way that every change takes; the instances take turns. */
  changeTask(progress: string): Promise<void>
  remove(): Promise<void>
}

/** Makes the database with a server and folder of its own; `instances` have no connection in common. */
export async function makeScratchJournal(instances: number): Promise<ScratchJournal> {
  const scratch = await makeScratchDatabase()
  const log = pino({ level: 'silent' })
  const now = () => new Date()
  const opened = await Promise.all(Array.from({ length: instances }, () => scratch.open()))
  const heads = join(scratch.folder, 'heads')
  const made = await Promise.all(
    opened.map(async ({ database }) => {
      const witness = createWitness({ now, log, file: await openHeadsFile(heads) })
      return {
        witness,
        store: createStore({ database, now, rules: lateTaskRules(), witness }),
      }
    }),
  )
  const [first] = made
  const [{ database } = {}] = opened
  if (!first || !database) throw new Error('there must be one instance at least')
  let turn = 0
  await first.store.addProgramme(smallProgramme(PROGRAMME), [])
  return {
    database,
    headsOutside: async () => (await readHeadsFile(heads))?.heads ?? [],
    changeTask: (progress) => {
      turn += 1
      return changeTask((made[turn % made.length] ?? first).store, progress)
    },
    remove: async () => {
      for (const { witness } of made) await witness.close()
      for (const instance of opened) await instance.close()
      await scratch.remove()
    },
  }
}

function changeTask(store: Store, progress: string): Promise<void> {
  return store.change(
    { programme: PROGRAMME, actor: 'person.sro', idempotency: null },
    (change) => {
      const [task] = change.before.state.records.task
      if (!task) throw new Error('there is no task')
      const expectedVersion = change.before.versions.get(`task/${task.id}`) ?? null
      change.put('task', { ...task, progress }, { expectedVersion, action: 'task.updated', why: progress })
    },
    () => undefined,
  )
}
