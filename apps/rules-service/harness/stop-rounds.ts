import { setTimeout as sleep } from 'node:timers/promises'
import { wholeNumber } from '../src/testing/seeded-random.ts'
import { type ApiClient, signIn } from './api-client.ts'
import { prepareServiceProcess } from './started-service.ts'
import { newTask, PROGRAMME, WRITER } from './writers.ts'

/** What clients saw of a row of stops, and how each stop went. */
export interface StopRounds {
  /** Titles of the tasks whose creation was answered with 201. */
  acknowledged: string[]
  answered: number
  /** Requests that were sent and not answered, by the error of the connection. */
  cut: string[]
  /** The same, of clients that sent on although the service had said that it was not ready. */
  cutOfInsistent: string[]
  /** Live streams that did not end as a stream ends. */
  streamsCut: number
  /** Answers other than those asked for. */
  unexpected: string[]
  exitCodes: (number | null)[]
  /** Milliseconds from the signal to the end of the process. */
  times: number[]
}

interface Plan {
  dataFolder: string
  rounds: number
  random: () => number
}

const WRITERS = 4
const READERS = 4
const INSISTENT = 1
/** As often as a proxy asks whether to send on. */
const ASK_EVERY_MS = 100

/** Asks the service to stop while clients write, read and follow it, and starts it again each time. */
export async function stopUnderLoad({ dataFolder, rounds, random }: Plan): Promise<StopRounds> {
  const result: StopRounds = {
    acknowledged: [],
    answered: 0,
    cut: [],
    cutOfInsistent: [],
    streamsCut: 0,
    unexpected: [],
    exitCodes: [],
    times: [],
  }
  let next = prepareServiceProcess({ dataFolder })
  for (let round = 1; round <= rounds; round += 1) {
    const service = await next.start()
    next = prepareServiceProcess({ dataFolder })
    const client = await signIn(() => service.address, WRITER)
    const ready = askWhetherReady(client)
    const clients = [
      ...Array.from({ length: WRITERS }, (_, writer) => write(client, `${round}-${writer}`, ready, result)),
      ...Array.from({ length: READERS }, () => read(client, ready, result, result.cut)),
      ...Array.from({ length: INSISTENT }, () => read(client, always, result, result.cutOfInsistent)),
      follow(client, result),
    ]
    await sleep(wholeNumber(random, 300, 1_300))
    const asked = performance.now()
    result.exitCodes.push(await service.stop())
    result.times.push(performance.now() - asked)
    await Promise.all(clients)
  }
  next.discard()
  return result
}

interface Readiness {
  isReady(): boolean
}

const always: Readiness = { isReady: () => true }

/** Asks as a proxy does, until the answer is no. */
function askWhetherReady(client: ApiClient): Readiness {
  let ready = true
  const ask = async () => {
    while (ready) {
      await sleep(ASK_EVERY_MS)
      ready = (await client.send('/readyz'))?.status === 200
    }
  }
  void ask()
  return { isReady: () => ready }
}

/** Adds tasks, each sent once, as long as the service is ready. */
async function write(
  client: ApiClient,
  name: string,
  readiness: Readiness,
  result: StopRounds,
): Promise<void> {
  for (let number = 1; readiness.isReady(); number += 1) {
    const title = `Drain task ${name}-${number}`
    const json = { ...newTask, title }
    const headers = { 'idempotency-key': title }
    await count(result, result.cut, async () => {
      const answer = await client.request(`${PROGRAMME}/tasks`, { json, headers })
      if (answer.status === 201) result.acknowledged.push(title)
      else result.unexpected.push(`${answer.status} ${answer.text}`)
    })
  }
}

/** Reads until the service is not ready any more, or takes no more connections. */
async function read(
  client: ApiClient,
  readiness: Readiness,
  result: StopRounds,
  cut: string[],
): Promise<void> {
  let taken = true
  while (taken && readiness.isReady())
    taken = await count(result, cut, async () => {
      const answer = await client.request(`${PROGRAMME}/flags?limit=5`)
      if (answer.status !== 200) result.unexpected.push(`${answer.status} ${answer.text}`)
    })
}

/** A live stream is to end when the service stops, with nothing missing at its end. */
async function follow(client: ApiClient, result: StopRounds): Promise<void> {
  try {
    const stream = await client.open(`${PROGRAMME}/events`)
    await stream.text()
  } catch {
    result.streamsCut += 1
  }
}

/** False when the service takes no more connections. */
async function count(result: StopRounds, cut: string[], request: () => Promise<void>): Promise<boolean> {
  try {
    await request()
    result.answered += 1
    return true
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; message?: string } }
    if (cause?.code === 'ECONNREFUSED') return false
    cut.push(`${cause?.code ?? ''} ${cause?.message ?? String(error)}`)
    return true
  }
}
