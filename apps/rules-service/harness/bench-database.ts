import { subjectsOf } from '@workplan/rulebook'
import { smallProgramme } from '../src/testing/small-programme.ts'
import { generateProgramme } from './generated-programme.ts'
import { makePreparedDatabase, type PreparedDatabase } from './prepared-database.ts'

const PERSON = 'person.programme-office'
export const MEASURED = 'measured'

/** A database with one large programme and as many small ones as asked for. */
export interface BenchDatabase extends PreparedDatabase {
  /** The cookies of a session that may change every task. */
  cookies: string[]
  subjects: number
  flags: number
  /** Adds small programmes until there are so many in all. */
  fillUpTo(programmes: number): Promise<void>
}

export async function makeBenchDatabase({
  subjects,
  random,
}: {
  subjects: number
  random: () => number
}): Promise<BenchDatabase> {
  const prepared = await makePreparedDatabase()
  const { rules } = prepared
  await prepared.addProgramme(generateProgramme(MEASURED, { rules, subjects, random }))
  const measured = await prepared.readProgramme(MEASURED)
  let programmes = 1
  return {
    ...prepared,
    cookies: await prepared.sessionOf(PERSON),
    subjects: [...subjectsOf(measured.state, rules.library, measured.asAt)].length,
    flags: measured.flags.size,
    async fillUpTo(wanted) {
      for (; programmes < wanted; programmes += 1)
        await prepared.addProgramme(smallProgramme(`other-${programmes}`))
    },
  }
}
