import { setTimeout as sleep } from 'node:timers/promises'
import { wholeNumber } from '../src/testing/seeded-random.ts'
import { signIn } from './api-client.ts'
import { databaseAnswers, findPostmaster, killDatabase, killPostmaster } from './database-process.ts'
import type { PowerCutDisk } from './power-cut-disk.ts'
import { prepareServiceProcess, type StartedService, startServiceProcess } from './started-service.ts'
import { startWriters, type Tally, WRITER, type Writers } from './writers.ts'

/** What a row of kills came to; times in milliseconds, one for each kill. */
export interface KillRounds {
  tally: Tally
  kills: number
  /** Kills after which no write was acknowledged in time. */
  notBack: number
  /** Why the service did not start again, if it did not. */
  complaints: string[]
  /** How often the service ended although only the database was killed. */
  serviceEnded: number
  /** From the kill to the next acknowledged write. */
  outages: number[]
  /** From the moment the database took queries, or the service served, to the next acknowledged write. */
  recoveries: number[]
}

interface Plan {
  dataFolder: string
  rounds: number
  random: () => number
  /** True when there is no time for another round. */
  isOver: () => boolean
  onRound: (kills: number) => void
}

const WRITERS = 4
const BACK_WITHIN_MS = 60_000

/** Kills the service while it acknowledges writes, and starts it again each time. */
export function killService(plan: Plan): Promise<KillRounds> {
  return killAndStart(plan, (service) => service.kill())
}

/** Cuts the power of the disk under the data while writes are acknowledged, and starts everything again each time. */
export function cutPower(plan: Plan, disk: PowerCutDisk): Promise<KillRounds> {
  return killAndStart(plan, async (service) => {
    const postmaster = await findPostmaster(plan.dataFolder)
    await disk.cut()
    await service.kill()
    if (postmaster !== null) await killPostmaster(postmaster)
    await disk.plugIn()
  })
}

async function killAndStart(
  { dataFolder, rounds, random, isOver, onRound }: Plan,
  kill: (service: StartedService) => Promise<void>,
): Promise<KillRounds> {
  let service = await startServiceProcess({ dataFolder })
  const writers = startWriters(await signIn(() => service.address, WRITER), WRITERS, 'Crash')
  const result = emptyResult(writers.tally)
  let next = prepareServiceProcess({ dataFolder })
  while (result.kills < rounds && result.notBack === 0 && !isOver()) {
    await writers.nextAcknowledged()
    await sleep(wholeNumber(random, 20, 420))
    const killed = performance.now()
    await kill(service)
    result.kills += 1
    try {
      service = await next.start()
    } catch (error) {
      result.notBack += 1
      result.complaints.push(String(error))
      break
    }
    next = prepareServiceProcess({ dataFolder })
    await countRecovery(result, killed, performance.now(), writers.nextAcknowledged())
    onRound(result.kills)
  }
  next.discard()
  return finish(result, writers, service)
}

/** Kills the database with all its processes under the service, which must bring it back. */
export async function killDatabaseUnder({
  dataFolder,
  rounds,
  random,
  isOver,
  onRound,
}: Plan): Promise<KillRounds> {
  const service = await startServiceProcess({ dataFolder })
  const writers = startWriters(await signIn(() => service.address, WRITER), WRITERS, 'Crash')
  const result = emptyResult(writers.tally)
  while (result.kills < rounds && result.notBack === 0 && service.isAlive() && !isOver()) {
    await writers.nextAcknowledged()
    await sleep(wholeNumber(random, 20, 420))
    const killed = performance.now()
    await killDatabase(dataFolder)
    result.kills += 1
    const acknowledged = writers.nextAcknowledged()
    await databaseAnswers(dataFolder, BACK_WITHIN_MS).catch(() => undefined)
    await countRecovery(result, killed, performance.now(), acknowledged)
    onRound(result.kills)
  }
  if (!service.isAlive()) result.serviceEnded += 1
  return finish(result, writers, service)
}

function emptyResult(tally: Tally): KillRounds {
  return { tally, kills: 0, notBack: 0, complaints: [], serviceEnded: 0, outages: [], recoveries: [] }
}

async function countRecovery(
  result: KillRounds,
  killed: number,
  back: number,
  acknowledged: Promise<void>,
): Promise<void> {
  const late = new AbortController()
  const inTime = await Promise.race([
    acknowledged.then(() => true),
    sleep(BACK_WITHIN_MS, false, { signal: late.signal }),
  ])
  late.abort()
  if (!inTime) {
    result.notBack += 1
    return
  }
  result.outages.push(performance.now() - killed)
  result.recoveries.push(performance.now() - back)
}

async function finish(result: KillRounds, writers: Writers, service: StartedService): Promise<KillRounds> {
  // Without a service a writer would try for ever.
  if (result.notBack === 0 && service.isAlive()) await writers.stop()
  if (service.isAlive()) await service.stop()
  return result
}
