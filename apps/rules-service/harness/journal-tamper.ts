import { seededRandom } from '../src/testing/seeded-random.ts'
import { writeAtOnce } from './concurrent-writers.ts'
import { readHarnessConfig } from './config.ts'
import { makeScratchJournal } from './scratch-journal.ts'
import { tamperRounds } from './tamper-rounds.ts'

const CHANGES = 300
const INSTANCES = 4
const WRITERS = 100

const { rounds, seed } = readHarnessConfig(60)
const scratch = await makeScratchJournal(INSTANCES)
try {
  for (let number = 1; number <= CHANGES; number += 1) await scratch.changeTask(`Step ${number}`)
  say(`Tampering ${rounds} times with a journal of ${CHANGES} changes (N=${rounds} SEED=${seed})`)
  const results = await tamperRounds(scratch.database, await scratch.headsOutside(), {
    rounds,
    random: seededRandom(seed),
  })
  let located = 0
  for (const [name, { tried, found, atRow, atNext, inChange }] of results) {
    located += atRow + atNext + inChange
    say(
      `  ${name}: ${tried} tried, ${found} found; ` +
        `named the row ${atRow}, the next ${atNext}, a later one of the same change ${inChange}`,
    )
  }
  say(`${located} of ${rounds} found and located`)
  const { written, refused, forks, whole } = await writeAtOnce(scratch, WRITERS)
  say(
    `${WRITERS} writers at once over ${INSTANCES} instances: ${written} written, ${refused} refused, ${forks} forks, ` +
      `the journal is ${whole ? 'whole' : 'BROKEN'}`,
  )
  process.exitCode = located === rounds && refused === 0 && forks === 0 && whole ? 0 : 1
} finally {
  await scratch.remove()
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
