import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from 'pino'
import type { EmbeddedServer } from './embedded-server.ts'

const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 2_000

/**
 * Watches the embedded server over a connection of its own, and starts it again when it is gone, as often as it
 * takes. Answers how to stop watching, which must be done before the server is stopped.
 */
export async function keepRunning(
  server: Pick<EmbeddedServer, 'address' | 'revive'>,
  log: Pick<Logger, 'warn'>,
): Promise<() => Promise<void>> {
  let watch = await connect()
  const unwatched = new AbortController()
  let reviving: Promise<void> = Promise.resolve()

  async function connect(): Promise<Client> {
    const client = new Client({
      ...server.address,
      database: 'postgres',
      application_name: 'workplan watch',
      connectionTimeoutMillis: 5_000,
    })
    client.on('error', () => undefined)
    await client.connect()
    client.once('end', onGone)
    return client
  }

  function onGone(): void {
    if (unwatched.signal.aborted) return
    log.warn('the embedded database is gone; it is started again')
    reviving = revive()
  }

  async function revive(): Promise<void> {
    let pause = FIRST_RETRY_MS
    while (!unwatched.signal.aborted) {
      try {
        await server.revive()
        watch = await connect()
        log.warn('the embedded database is back')
        return
      } catch (error) {
        log.warn({ err: error }, 'the embedded database is not back yet')
        await sleep(pause)
        pause = Math.min(pause * 2, LONGEST_RETRY_MS)
      }
    }
  }

  return async () => {
    unwatched.abort()
    await reviving
    await watch.end().catch(() => undefined)
  }
}
