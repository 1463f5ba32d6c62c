import { pino } from 'pino'
import { subjectsOf } from '@workplan/rulebook'
import { demonstrationMembers } from '../src/demonstration/demonstration-people.ts'
import { addPeople } from '../src/demonstration/load-demonstration.ts'
import { loadRules } from '../src/rules.ts'
import { createAuth } from '../src/sign-in/create-auth.ts'
import { createSessions } from '../src/sign-in/sessions.ts'
import { createStore } from '../src/store/create-store.ts'
import { smallProgramme } from '../src/testing/small-programme.ts'
import { generateProgramme } from './generated-programme.ts'
import { makeScratchDatabase } from './scratch-database.ts'

const SECRET = 'for-one-run-only-'.repeat(3)
const PERSON = 'person.programme-office'
export const MEASURED = 'measured'

/** A database with one large programme and as many small ones as asked for. */
export interface BenchDatabase {
  url: string
  folder: string
  version: string
  secret: string
  /** The cookies of a session that may change every task. */
  cookies: string[]
  subjects: number
  rules: number
  flags: number
  /** Adds small programmes until there are so many in all. */
  fillUpTo(programmes: number): Promise<void>
  remove(): Promise<void>
}

export async function makeBenchDatabase({
  subjects,
  random,
}: {
  subjects: number
  random: () => number
}): Promise<BenchDatabase> {
  const scratch = await makeScratchDatabase()
  const opened = await scratch.open()
  const { database } = opened
  const rules = loadRules()
  const now = () => new Date()
  const store = createStore({ database, rules, now })
  await addPeople(database, now())
  await store.addProgramme(generateProgramme(MEASURED, { rules, subjects, random }), demonstrationMembers)
  const config = { publicUrl: null, host: '127.0.0.1', port: 0 }
  const auth = createAuth({ config, database, secret: SECRET, log: pino({ level: 'silent' }) })
  const cookies = (await createSessions(auth, database).start(PERSON, new Headers())) ?? []
  const measured = await store.readProgramme(MEASURED)
  let programmes = 1
  return {
    ...scratch,
    secret: SECRET,
    cookies,
    subjects: [...subjectsOf(measured.state, rules.library, measured.asAt)].length,
    rules: rules.rulebook.rules.length,
    flags: measured.flags.size,
    async fillUpTo(wanted) {
      for (; programmes < wanted; programmes += 1)
        await store.addProgramme(smallProgramme(`other-${programmes}`), demonstrationMembers)
    },
    async remove() {
      await opened.close()
      await scratch.remove()
    },
  }
}
