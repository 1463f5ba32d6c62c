import { setTimeout as sleep } from 'node:timers/promises'
import { type ApiAnswer, signIn } from './api-client.ts'

const PROGRAMME = 'bnssg'
const PERSON = 'person.programme-office'
const RETRY_MS = 100
const PAUSE_MS = 60

/** What writers have been told so far. */
export interface Tally {
  /** Titles of the tasks whose creation was answered with 201. */
  acknowledged: string[]
  /** Refusals as they must be while the database is gone: 503 with Retry-After. */
  unavailable: number
  /** Requests that got no answer, as when the service is gone. */
  unanswered: number
  /** Any other answer, by its status. */
  unexpected: string[]
}

export interface Writers {
  tally: Tally
  /** Resolves with the next acknowledgement of a write. */
  nextAcknowledged(): Promise<void>
  /** Lets every writer finish the write it is at. */
  stop(): Promise<void>
}

/** The least that a new task needs. */
export const newTask = { workstream: null, audience: ['adult'], serves: [] }

/**
 * Starts writers that add tasks over HTTP, one after another. Each write has its idempotency key and is sent again
 * until it is acknowledged. `address` is asked for anew each time.
 */
export async function startWriters(address: () => string, count: number): Promise<Writers> {
  const client = await signIn(address, PERSON)
  const tally: Tally = { acknowledged: [], unavailable: 0, unanswered: 0, unexpected: [] }
  let waiting: (() => void)[] = []
  const stopped = new AbortController()

  async function write(title: string): Promise<void> {
    for (;;) {
      const answer = await send(title)
      if (answer?.status === 201) {
        tally.acknowledged.push(title)
        for (const resolve of waiting) resolve()
        waiting = []
        return
      }
      if (!answer) tally.unanswered += 1
      else if (answer.status === 503 && answer.headers.has('retry-after')) tally.unavailable += 1
      else tally.unexpected.push(`${answer.status} ${answer.text}`)
      await sleep(RETRY_MS)
    }
  }

  function send(title: string): Promise<ApiAnswer | null> {
    return client.send(`/api/programmes/${PROGRAMME}/tasks`, {
      json: { ...newTask, title },
      headers: { 'idempotency-key': title },
    })
  }

  async function run(writer: number): Promise<void> {
    for (let number = 1; !stopped.signal.aborted; number += 1) {
      await write(`Crash task ${writer}-${number}`)
      await sleep(PAUSE_MS)
    }
  }

  const running = Promise.all(Array.from({ length: count }, (_, writer) => run(writer)))
  return {
    tally,
    nextAcknowledged: () => new Promise((resolve) => waiting.push(resolve)),
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}
