import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { readHarnessConfig } from './config.ts'
import { killDatabase } from './database-process.ts'
import { compareWrites } from './kept-writes.ts'
import { killDatabaseUnder, type KillRounds, killService } from './kill-rounds.ts'

/** The longest that a write may wait once the database takes queries again. */
const RECOVERED_WITHIN_MS = 5_000

/** However many rounds were asked for, no new one begins after this. */
const LONGEST_MS = 60 * 60_000

const subjects = { service: killService, database: killDatabaseUnder }
const { rounds, seed } = readHarnessConfig(6)
const asked = process.argv.slice(2)
const chosen = Object.entries(subjects).filter(([name]) => asked.length === 0 || asked.includes(name))

let stopped = false
// The round under way is finished, and what was seen until then is reported.
process.on('SIGTERM', () => (stopped = true))
process.on('SIGINT', () => (stopped = true))

let sound = chosen.length > 0
for (const [name, run] of chosen) sound = (await crash(name, run)) && sound
// A writer that never got its answer must not keep the process alive.
process.exit(sound ? 0 : 1)

async function crash(name: string, run: typeof killService): Promise<boolean> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'workplan-crash-'))
  say(`Killing the ${name} ${rounds} times while writes are acknowledged (N=${rounds} SEED=${seed})`)
  try {
    const onRound = (kills: number) => {
      if (kills % 20 === 0) say(`  ${kills} kills`)
    }
    const latest = performance.now() + LONGEST_MS
    const isOver = () => stopped || performance.now() > latest
    const result = await run({ dataFolder, rounds, random: seededRandom(seed), isOver, onRound })
    const kept = await compareWrites(result.tally.acknowledged, {
      dataFolder,
      databaseUrl: null,
      ownerUrl: null,
      headsFolder: join(dataFolder, 'heads'),
    })
    return report(result, kept)
  } finally {
    await killDatabase(dataFolder)
    await rm(dataFolder, { recursive: true, force: true })
  }
}

function report(result: KillRounds, kept: Awaited<ReturnType<typeof compareWrites>>): boolean {
  const { tally, kills, notBack, complaints, serviceEnded, outages, recoveries } = result
  const slow = recoveries.filter((time) => time > RECOVERED_WITHIN_MS).length
  const unexpected = tally.unexpected.length
  say(`  ${kills} kills, ${tally.acknowledged.length} writes acknowledged`)
  say(`  lost ${kept.lost.length}, doubled ${kept.doubled.length}, did not come back ${notBack}`)
  for (const complaint of complaints) say(complaint)
  say(`  service ended by itself ${serviceEnded}, journals that do not verify ${kept.broken.length}`)
  say(
    `  other answers meanwhile: ${tally.unavailable} times 503 with Retry-After, ` +
      `${tally.unanswered} times none, ${unexpected} times another`,
  )
  for (const answer of new Set(tally.unexpected)) say(`    ${answer.slice(0, 200)}`)
  say(`  from the kill to the next acknowledged write: ${spread(outages)}`)
  say(`  from being able to serve to the next acknowledged write: ${spread(recoveries)}; over 5 s: ${slow}`)
  return (
    [kept.lost, kept.doubled, kept.broken].every(({ length }) => length === 0) &&
    notBack + serviceEnded + slow + unexpected === 0
  )
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => `${Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0)} ms`
  return `median ${at(0.5)}, 95th percentile ${at(0.95)}, longest ${at(1)}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
