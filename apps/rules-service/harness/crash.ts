import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { readHarnessConfig } from './config.ts'
import { killDatabase } from './database-process.ts'
import { compareWrites } from './kept-writes.ts'
import { cutPower, killDatabaseUnder, type KillRounds, killService } from './kill-rounds.ts'
import { makePowerCutDisk } from './power-cut-disk.ts'

/** The longest that a write may wait once the database takes queries again. */
const RECOVERED_WITHIN_MS = 5_000

/** However many rounds were asked for, no new one begins after this. */
const LONGEST_MS = 60 * 60_000

type Kill = typeof killService

/** What is tried, each on data of its own. */
const TRIALS: Record<string, () => Promise<boolean>> = {
  service: () => inFolder('Killing the service', killService),
  database: () => inFolder('Killing the database', killDatabaseUnder),
  power: onDisk,
}
/** A power cut needs a disk of its own, which only root can make: it is tried when it is asked for. */
const USUAL = ['service', 'database']

const { rounds, seed } = readHarnessConfig(6)
const asked = process.argv.slice(2)
const chosen = asked.length === 0 ? USUAL : asked.filter((name) => name in TRIALS)

let stopped = false
// The round under way is finished, and what was seen until then is reported.
process.on('SIGTERM', () => (stopped = true))
process.on('SIGINT', () => (stopped = true))

let sound = chosen.length > 0
for (const name of chosen) sound = ((await TRIALS[name]?.()) ?? false) && sound
// A writer that never got its answer must not keep the process alive.
process.exit(sound ? 0 : 1)

async function inFolder(what: string, run: Kill): Promise<boolean> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'workplan-crash-'))
  try {
    return await crash(what, dataFolder, run)
  } finally {
    await killDatabase(dataFolder)
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function onDisk(): Promise<boolean> {
  const disk = await makePowerCutDisk()
  const dataFolder = join(disk.folder, 'data')
  try {
    return await crash('Cutting the power of the disk', dataFolder, (plan) => cutPower(plan, disk))
  } finally {
    await killDatabase(dataFolder)
    await disk.remove()
  }
}

async function crash(what: string, dataFolder: string, run: Kill): Promise<boolean> {
  say(`${what} ${rounds} times while writes are acknowledged (N=${rounds} SEED=${seed})`)
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
