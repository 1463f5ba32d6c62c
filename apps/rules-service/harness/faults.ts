import { loadExampleProgrammes } from '@workplan/example-programmes'
import { join } from 'node:path'
import { DATABASE_NAME } from '../src/store/open-database.ts'
import { clientWith, signIn } from './api-client.ts'
import { embeddedUrl, killDatabase } from './database-process.ts'
import { type Fault, startFaultProxy } from './fault-proxy.ts'
import { CONNECTIONS, type FaultRound, goThrough } from './fault-rounds.ts'
import { mountSmallDisk } from './full-disk.ts'
import { compareWrites } from './kept-writes.ts'
import { makePreparedDatabase, type PreparedDatabase } from './prepared-database.ts'
import { startServiceProcess } from './started-service.ts'
import { WRITER } from './writers.ts'
import { readHarnessConfig } from './config.ts'

/** Within this long a request is answered, whatever is wrong. */
const ANSWERED_WITHIN_MS = 12_000
/** Within this long after a fault a write is acknowledged. */
const RECOVERED_WITHIN_MS = 5_000
const ALL: readonly Fault[] = ['slow', 'reset', 'half-open', 'refused']

/**
 * N is how many seconds each fault lasts. The service gives a dead connection up after 10 seconds at the latest: a fault of
 * less than 5 ends before that, and writes go on later than they may.
 */
const { rounds: seconds } = readHarnessConfig(6)
const asked = process.argv.slice(2)
const wanted = (name: string) => asked.length === 0 || asked.includes(name)
const lastsMs = seconds * 1_000

let sound = true
say(`Each fault lasts ${seconds} seconds (N=${seconds})`)
await betweenServiceAndDatabase(ALL.filter(wanted))
if (wanted('disk-full')) await onFullDisk()
process.exit(sound ? 0 : 1)

async function betweenServiceAndDatabase(faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return
  const scratch = await makePreparedDatabase()
  await addExample(scratch)
  const proxy = await startFaultProxy(scratch)
  const through = new URL(scratch.url)
  through.host = `127.0.0.1:${proxy.port}`
  const service = await startServiceProcess({
    dataFolder: scratch.folder,
    databaseUrl: through.href,
    secret: scratch.secret,
  })
  const client = clientWith(await scratch.sessionOf(WRITER), () => service.address)
  const acknowledged: string[] = []
  try {
    for (const fault of faults) {
      const trouble = { fault, begin: () => proxy.begin(fault), end: () => proxy.end() }
      const round = await goThrough(trouble, service, { client, lastsMs, databaseUrl: scratch.ownerUrl })
      acknowledged.push(...round.tally.acknowledged)
      report(round)
    }
    await proxy.close()
    await compare(acknowledged, scratch.folder, scratch)
  } finally {
    await service.kill()
    await scratch.remove()
  }
}

async function addExample({ rules, addProgramme }: PreparedDatabase): Promise<void> {
  const [example] = loadExampleProgrammes(new Set(rules.library.requirements.keys()))
  if (example) await addProgramme(example)
}

/** The disk of the embedded database, and of the heads. */
async function onFullDisk(): Promise<void> {
  const disk = await mountSmallDisk()
  if (!disk) return say('  disk-full: not tried, for this account may not mount a small disk')
  try {
    const service = await startServiceProcess({ dataFolder: disk.folder })
    const trouble = { fault: 'disk-full', begin: disk.fill, end: disk.makeRoom }
    const client = await signIn(() => service.address, WRITER)
    const databaseUrl = await embeddedUrl(disk.folder, DATABASE_NAME)
    const round = await goThrough(trouble, service, { client, lastsMs, databaseUrl })
    report(round)
    await compare(round.tally.acknowledged, disk.folder, null)
    await service.kill()
  } finally {
    await killDatabase(disk.folder)
    await disk.remove()
  }
}

async function compare(
  acknowledged: readonly string[],
  dataFolder: string,
  server: { url: string; ownerUrl: string } | null,
): Promise<void> {
  const headsFolder = join(dataFolder, 'heads')
  const kept = await compareWrites(acknowledged, {
    dataFolder,
    headsFolder,
    databaseUrl: server?.ownerUrl ?? null,
    ownerUrl: server?.ownerUrl ?? null,
  })
  const { lost, doubled, broken } = kept
  say(
    `  ${acknowledged.length} writes acknowledged: lost ${lost.length}, doubled ${doubled.length}, ` +
      `journals that do not verify ${broken.length}`,
  )
  sound &&= lost.length + doubled.length + broken.length === 0
}

function report({ fault, tally, reads, recovered, connections, ended }: FaultRound): void {
  const others = [...tally.unexpected, ...reads.unexpected]
  const unanswered = tally.unanswered + reads.unanswered
  const slowest = Math.max(tally.slowest, reads.slowest)
  say(
    `  ${fault}: 503 with Retry-After ${tally.unavailable + reads.unavailable}, unanswered ${unanswered}, ` +
      `other answers ${others.length}, slowest answer ${Math.round(slowest)} ms, ` +
      `written again after ${recovered === null ? 'NEVER' : `${Math.round(recovered)} ms`}, ` +
      `connections at work ${connections} of ${CONNECTIONS}${ended ? ', the service ENDED' : ''}`,
  )
  for (const answer of new Set(others)) say(`    ${answer.slice(0, 200)}`)
  sound &&=
    others.length + unanswered === 0 &&
    slowest <= ANSWERED_WITHIN_MS &&
    recovered !== null &&
    recovered <= RECOVERED_WITHIN_MS &&
    connections === CONNECTIONS &&
    !ended
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
