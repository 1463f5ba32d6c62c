import { subjectsOf } from '@workplan/rulebook'
import { smallProgramme } from '../src/testing/small-programme.ts'
import { writeSetting } from '../src/store/rule-rows.ts'
import { withSetting } from '../src/rules/programme-rules.ts'
import { generateProgramme } from './generated-programme.ts'
import { makePreparedDatabase, type PreparedDatabase } from './prepared-database.ts'

const PERSON = 'person.programme-office'
export const MEASURED = 'measured'

/** A database with one large programme and as many small ones as asked for. */
export interface BenchDatabase extends PreparedDatabase {
  /** The cookies of a session that may change every task. */
  cookies: string[]
  subjects: number
  /** How many rules judge the large programme. */
  rulesOn: number
  flags: number
  /** Adds small programmes until there are so many in all. */
  fillUpTo(programmes: number): Promise<void>
}

export async function makeBenchDatabase({
  subjects,
  rulesOn = Infinity,
  random,
}: {
  subjects: number
  /** At most so many rules judge the large programme, spread evenly over the library. */
  rulesOn?: number
  random: () => number
}): Promise<BenchDatabase> {
  const prepared = await makePreparedDatabase()
  const { rules } = prepared
  await prepared.addProgramme(generateProgramme(MEASURED, { rules, subjects, random }))
  const on = await keepRules(prepared, rulesOn)
  const measured = await prepared.readProgramme(MEASURED)
  let programmes = 1
  return {
    ...prepared,
    cookies: await prepared.sessionOf(PERSON),
    subjects: [...subjectsOf(measured.state, rules.library, measured.asAt)].length,
    rulesOn: on,
    flags: [...measured.flags.values()].filter(({ status }) => status !== 'cleared').length,
    async fillUpTo(wanted) {
      for (; programmes < wanted; programmes += 1)
        await prepared.addProgramme(smallProgramme(`other-${programmes}`))
    },
  }
}

/** Switches the other rules off for the large programme, as its programme office would; answers how many stay on. */
async function keepRules({ rules, changeProgramme }: PreparedDatabase, count: number): Promise<number> {
  const all = rules.rulebook.rules
  if (count >= all.length) return all.length
  const kept = new Set(Array.from({ length: count }, (_, index) => Math.floor((index * all.length) / count)))
  await changeProgramme({ programme: MEASURED, actor: PERSON, idempotency: null }, async (change) => {
    let set = change.before.programmeRules
    for (const { id } of all.filter((_, index) => !kept.has(index))) {
      const setting = {
        rule: id,
        version: 1,
        enabled: false,
        severity: null,
        thresholds: {},
        reason: 'Not measured',
        by: change.actor,
        at: change.at,
      }
      await writeSetting(change.db, MEASURED, setting)
      set = withSetting(set, setting)
    }
    change.setRules(set)
  })
  return count
}
