import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiAnswer, ApiClient } from './api-client.ts'

/** An example programme, as the start of an address. */
export const PROGRAMME = '/api/programmes/bnssg'
/** Somebody who may add tasks to it. */
export const WRITER = 'person.programme-office'
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
  /** Milliseconds that the slowest answer took. */
  slowest: number
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
 * until it is acknowledged.
 */
export function startWriters(client: ApiClient, count: number, name: string): Writers {
  const tally: Tally = { acknowledged: [], unavailable: 0, unanswered: 0, unexpected: [], slowest: 0 }
  let waiting: (() => void)[] = []
  const stopped = new AbortController()

  async function write(title: string): Promise<void> {
    for (;;) {
      const begun = performance.now()
      const answer = await send(title)
      tally.slowest = Math.max(tally.slowest, performance.now() - begun)
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
    return client.send(`${PROGRAMME}/tasks`, {
      json: { ...newTask, title },
      headers: { 'idempotency-key': title },
    })
  }

  async function run(writer: number): Promise<void> {
    for (let number = 1; !stopped.signal.aborted; number += 1) {
      await write(`${name} task ${writer}-${number}`)
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
