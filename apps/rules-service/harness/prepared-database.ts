import type { ProgrammeState } from '@workplan/domain'
import { readConfig } from '../src/config.ts'
import { demonstrationMembers } from '../src/demonstration/demonstration-people.ts'
import { addPeople } from '../src/demonstration/load-demonstration.ts'
import { openContext } from '../src/open-context.ts'
import type { Rules } from '../src/rules.ts'
import type { LoadedProgramme } from '../src/store/programme.ts'
import type { Change, ChangeRequest } from '../src/store/store.ts'
import { makeScratchDatabase, type ScratchDatabase } from './scratch-database.ts'

/** A scratch database with the demonstration people, to which a service of its own is started. */
export interface PreparedDatabase extends ScratchDatabase {
  /** The secret that the service needs for the sessions to hold. */
  secret: string
  rules: Rules
  /** The cookies of a new session of a person. */
  sessionOf(person: string): Promise<string[]>
  addProgramme(state: ProgrammeState): Promise<void>
  readProgramme(id: string): Promise<LoadedProgramme>
  changeProgramme(request: ChangeRequest, work: (change: Change) => Promise<void>): Promise<void>
}

const SECRET = 'for-one-run-only-'.repeat(3)

export async function makePreparedDatabase(): Promise<PreparedDatabase> {
  const scratch = await makeScratchDatabase()
  const config = readConfig({
    DATABASE_URL: scratch.url,
    DATABASE_OWNER_URL: scratch.ownerUrl,
    WORKPLAN_DATA: scratch.folder,
    WORKPLAN_SECRET: SECRET,
    WORKPLAN_LOCAL_ACCOUNTS: '1',
    WORKPLAN_LOG: 'silent',
  })
  const { context, close } = await openContext(config, () => undefined)
  await addPeople(context.database, context.now())
  return {
    ...scratch,
    secret: SECRET,
    rules: context.rules,
    sessionOf: async (person) => (await context.sessions.start(person, new Headers())) ?? [],
    addProgramme: async (state) => {
      await context.store.addProgramme(state, demonstrationMembers)
    },
    readProgramme: (id) => context.store.readProgramme(id),
    changeProgramme: (request, work) => context.store.change(request, work, () => undefined),
    remove: async () => {
      await close()
      await scratch.remove()
    },
  }
}
