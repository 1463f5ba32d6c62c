import { Client, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { CHANGE_CHANNEL } from './journal.ts'

/** Tells when programmes have changed, by this instance or another. */
export interface ChangeFeed {
  /** Calls back after each change of the programme, perhaps once for several; answers how to stop that. */
  subscribe(programme: string, onChange: () => void): () => void
  close(): Promise<void>
}

const RECONNECT_MS = 2_000
const PING_MS = 15_000
const ANSWERED_WITHIN_MS = 5_000

/**
 * Listens on a connection of its own and connects again when that is lost. What happens in between is not reported
 * one by one: after connecting again everybody is called once.
 */
export async function openChangeFeed(connection: ClientConfig, log: Logger): Promise<ChangeFeed> {
  const subscribers = new Map<string, Set<() => void>>()
  let client: Client | null = null
  let retry: NodeJS.Timeout | undefined
  const pinging = setInterval(() => void ping(), PING_MS)
  let closed = false

  async function listen(): Promise<void> {
    const next = new Client({
      ...connection,
      application_name: 'workplan',
      connectionTimeoutMillis: 5_000,
      query_timeout: ANSWERED_WITHIN_MS,
    })
    next.on('error', (error) => log.warn({ err: error }, 'the connection that hears of changes was lost'))
    next.on('end', () => {
      client = null
      if (!closed) retry = setTimeout(() => void reconnect(), RECONNECT_MS)
    })
    next.on('notification', ({ payload }) => tell(payload ?? ''))
    await next.connect()
    try {
      await next.query(`listen ${CHANGE_CHANNEL}`)
    } catch (error) {
      // Only a connection that ends is made anew.
      void next.end().catch(() => undefined)
      throw error
    }
    client = next
  }

  /** A connection over which nothing comes any more looks like one on which nothing happens. */
  async function ping(): Promise<void> {
    const pinged = client
    await pinged?.query('select 1').catch(() => pinged.end())
  }

  async function reconnect(): Promise<void> {
    try {
      await listen()
      for (const programme of subscribers.keys()) tell(programme)
    } catch (error) {
      log.warn({ err: error }, 'changes cannot be heard of yet')
    }
  }

  function tell(programme: string): void {
    for (const onChange of subscribers.get(programme) ?? []) onChange()
  }

  await listen()
  return {
    subscribe(programme, onChange) {
      const others = subscribers.get(programme) ?? new Set()
      subscribers.set(programme, others.add(onChange))
      return () => {
        others.delete(onChange)
      }
    },
    async close() {
      closed = true
      clearTimeout(retry)
      clearInterval(pinging)
      await client?.end()
    },
  }
}
