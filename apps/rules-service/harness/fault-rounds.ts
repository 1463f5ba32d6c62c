import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { ApiClient } from './api-client.ts'
import type { StartedService } from './started-service.ts'
import { newTask, PROGRAMME, startWriters, type Tally } from './writers.ts'

/** What clients saw while something was wrong with the database, and afterwards. */
export interface FaultRound {
  fault: string
  tally: Tally
  reads: Pick<Tally, 'unavailable' | 'unanswered' | 'unexpected' | 'slowest'>
  /** Milliseconds from the end of the fault to the next acknowledged write; null when there was none in time. */
  recovered: number | null
  /** Connections that work at the same time afterwards. */
  connections: number
  ended: boolean
}

/** Something that goes wrong, and is put right again. */
export interface Trouble {
  fault: string
  begin(): Promise<void>
  end(): Promise<void>
}

const WRITERS = 4
const READERS = 4
const PAUSE_MS = 100
const BACK_WITHIN_MS = 60_000
/** As many as the service may have at once. */
export const CONNECTIONS = 10

/** Lets something go wrong for a while, under clients that write and read all the time. */
export async function goThrough(
  { fault, begin, end }: Trouble,
  service: StartedService,
  { client, lastsMs, databaseUrl }: { client: ApiClient; lastsMs: number; databaseUrl: string },
): Promise<FaultRound> {
  const writers = startWriters(client, WRITERS, fault)
  const readers = startReaders(client)
  await writers.nextAcknowledged()
  await begin()
  await sleep(lastsMs)
  await end()
  const ended = performance.now()
  const late = new AbortController()
  const back = await Promise.race([
    writers.nextAcknowledged().then(() => true),
    sleep(BACK_WITHIN_MS, false, { signal: late.signal }),
  ])
  late.abort()
  const recovered = back ? performance.now() - ended : null
  if (back && service.isAlive()) await writers.stop()
  await readers.stop()
  return {
    fault,
    tally: writers.tally,
    reads: readers.seen,
    recovered,
    connections: back ? await connectionsAtWork(client, databaseUrl) : 0,
    ended: !service.isAlive(),
  }
}

function startReaders(client: ApiClient) {
  const seen: FaultRound['reads'] = { unavailable: 0, unanswered: 0, unexpected: [], slowest: 0 }
  const stopped = new AbortController()
  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      const begun = performance.now()
      const answer = await client.send(`${PROGRAMME}/flags?limit=5`)
      seen.slowest = Math.max(seen.slowest, performance.now() - begun)
      if (!answer) seen.unanswered += 1
      else if (answer.status === 503 && answer.headers.has('retry-after')) seen.unavailable += 1
      else if (answer.status !== 200) seen.unexpected.push(`${answer.status} ${answer.text}`)
      await sleep(PAUSE_MS)
    }
  }
  const running = Promise.all(Array.from({ length: READERS }, run))
  return {
    seen,
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}

/**
 * How many writes wait in the database for a lock that we hold, when there are more than the service has connections:
 * a connection that was never given back is missing here.
 */
async function connectionsAtWork(client: ApiClient, databaseUrl: string): Promise<number> {
  const holder = new Client({ connectionString: databaseUrl })
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query(`select 1 from journal_heads where programme = 'bnssg' for update`)
    const writes = Array.from({ length: CONNECTIONS + 2 }, (_, number) =>
      client.send(`${PROGRAMME}/tasks`, { json: { ...newTask, title: `Waiting task ${number}` } }),
    )
    let waiting = 0
    for (let look = 0; look < 70 && waiting < CONNECTIONS; look += 1) {
      await sleep(PAUSE_MS)
      // Within a transaction the server shows what it saw first, unless it is told otherwise.
      await holder.query('select pg_stat_clear_snapshot()')
      const { rows } = await holder.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      )
      waiting = Math.max(waiting, rows[0]?.waiting ?? 0)
    }
    await holder.query('rollback')
    await Promise.all(writes)
    return waiting
  } finally {
    await holder.end()
  }
}
