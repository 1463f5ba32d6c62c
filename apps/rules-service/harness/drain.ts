import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { readHarnessConfig } from './config.ts'
import { killDatabase } from './database-process.ts'
import { compareWrites } from './kept-writes.ts'
import { stopUnderLoad } from './stop-rounds.ts'

/** The longest that the service may take to stop. */
const STOPPED_WITHIN_MS = 10_000

const { rounds, seed } = readHarnessConfig(3)
const dataFolder = await mkdtemp(join(tmpdir(), 'workplan-drain-'))
let sound = false
try {
  say(`Stopping the service ${rounds} times while it answers (N=${rounds} SEED=${seed})`)
  const result = await stopUnderLoad({ dataFolder, rounds, random: seededRandom(seed) })
  const { acknowledged, answered, cut, cutOfInsistent, streamsCut, unexpected, exitCodes, times } = result
  const kept = await compareWrites(acknowledged, {
    dataFolder,
    databaseUrl: null,
    ownerUrl: null,
    headsFolder: join(dataFolder, 'heads'),
  })
  const slow = times.filter((time) => time > STOPPED_WITHIN_MS).length
  const failed = exitCodes.filter((code) => code !== 0).length
  say(`  ${times.length} stops, ${answered} requests answered, ${acknowledged.length} of them writes`)
  say(
    `  cut off ${cut.length}, live streams cut off ${streamsCut}, answered with an error ${unexpected.length}`,
  )
  for (const what of new Set([...cut, ...unexpected])) say(`    ${what.slice(0, 200)}`)
  say(`  cut off of a client that sent on although the service was not ready ${cutOfInsistent.length}`)
  say(
    `  lost ${kept.lost.length}, doubled ${kept.doubled.length}, journals that do not verify ${kept.broken.length}`,
  )
  say(
    `  exit codes other than 0: ${failed}; slowest stop ${Math.round(Math.max(...times))} ms, over 10 s: ${slow}`,
  )
  sound = [
    cut.length,
    streamsCut,
    unexpected.length,
    kept.lost.length,
    kept.doubled.length,
    kept.broken.length,
    slow,
    failed,
  ].every((count) => count === 0)
} finally {
  await killDatabase(dataFolder)
  await rm(dataFolder, { recursive: true, force: true })
}
process.exit(sound ? 0 : 1)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
