import type { ChangeEvent } from '@workplan/domain'
import type { SSEStreamingApi } from 'hono/streaming'
import type { AppContext } from '../../context.ts'
import type { JournalRow } from '../../store/store.ts'

/** Often enough that no proxy takes a silent stream for a dead one; a page waits two and a half times as long (its change-source.ts). */
const HEARTBEAT_MS = 15_000
const ROWS_AT_ONCE = 1_000

export interface Following {
  programme: string
  /** The last sequence number the reader knows. */
  since: number
  /** Asked once in every heartbeat, however much happens: a stream ends with the session it was opened with. */
  stillAllowed: () => Promise<boolean>
  stream: Pick<SSEStreamingApi, 'write' | 'writeSSE' | 'onAbort' | 'aborted'>
  heartbeatMs?: number
}

/**
 * Writes each change after `since` to the stream, the place where the reader then is, and each change as it happens, until the reader
 * leaves, may not read any more, or the service stops.
 */
export async function followChanges(
  { changes, store, stopping, log }: Pick<AppContext, 'changes' | 'store' | 'stopping' | 'log'>,
  { programme, since, stillAllowed, stream, heartbeatMs = HEARTBEAT_MS }: Following,
): Promise<void> {
  const wake = createAlarm()
  const unsubscribe = changes.subscribe(programme, wake.ring)
  stopping.addEventListener('abort', wake.ring)
  stream.onAbort(wake.ring)
  try {
    let seq = since
    await stream.write(': connected\n\n')
    seq = await sendChanges(seq)
    await stream.writeSSE({ event: 'place', id: String(seq), data: String(seq) })
    let asked = performance.now()
    while (!stream.aborted && !stopping.aborted) {
      seq = await sendChanges(seq)
      const woken = await wake.within(heartbeatMs)
      if (woken && performance.now() - asked < heartbeatMs) continue
      if (!(await stillAllowed())) return
      asked = performance.now()
      // An event, since a page never sees a comment; without an id, so that it is no place to resume from.
      await stream.writeSSE({ event: 'beat', data: 'still here' })
    }
  } catch (error) {
    // The reader's browser connects again and resumes where it was.
    log.warn({ err: error }, 'a live stream ended early')
  } finally {
    unsubscribe()
    stopping.removeEventListener('abort', wake.ring)
  }

  async function sendChanges(after: number): Promise<number> {
    const rows = await store.readJournal(programme, { after, order: 'oldest-first', limit: ROWS_AT_ONCE })
    for (const event of eventsOf(programme, rows))
      await stream.writeSSE({ event: 'change', id: String(event.seq), data: JSON.stringify(event) })
    const last = rows.at(-1)
    if (!last) return after
    return rows.length < ROWS_AT_ONCE ? last.seq : sendChanges(last.seq)
  }
}

/** One event for each change among the rows, oldest first. */
export function eventsOf(programme: string, rows: readonly JournalRow[]): ChangeEvent[] {
  return [...Map.groupBy(rows, (row) => row.change).values()].map((ofChange) => ({
    seq: Math.max(...ofChange.map((row) => row.seq)),
    programme,
    kinds: [...new Set(ofChange.map((row) => row.kind))],
    ids: [...new Set(ofChange.map((row) => row.recordId))],
  }))
}

/** Something to wait for that may ring before anybody waits. */
function createAlarm() {
  let rung = false
  let wakeUp = () => {}
  return {
    ring: () => {
      rung = true
      wakeUp()
    },
    /** True when it rang within the time; at once when it rang since the last call. */
    within: async (ms: number): Promise<boolean> => {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wakeUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      const result = rung
      rung = false
      return result
    },
  }
}
