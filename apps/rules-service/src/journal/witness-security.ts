import type { Logger } from 'pino'
import { readSecurityHead, SECURITY_CHAIN } from '../sign-in/security-journal.ts'
import type { ChangeFeed } from '../store/change-feed.ts'
import type { Database } from '../store/database.ts'
import type { Witness } from './witness.ts'

interface Sources {
  database: Database
  changes: Pick<ChangeFeed, 'subscribe'>
  witness: Witness
  log: Pick<Logger, 'warn'>
}

/**
 * Has the head of the journal of sign-ins and roles outside the database: that of now, and a new one after each event, also of
 * another instance. Nobody waits for it. A head that cannot be read is logged; the next one covers it, as it does for an event
 * just before the end. Answers how to end that.
 */
export function witnessSecurity({ database, changes, witness, log }: Sources): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let isNextAsked = false

  async function see(): Promise<void> {
    isNextAsked = false
    try {
      const head = await readSecurityHead(database)
      if (head && head.seq > witness.seenUpTo(SECURITY_CHAIN))
        await witness.see(witness.sign(SECURITY_CHAIN, head))
    } catch (error) {
      log.warn({ err: error }, 'the head of the journal of sign-ins could not be read')
    }
  }

  /** Events that come while one is under way share the next. */
  function seeNext(): void {
    if (isNextAsked) return
    isNextAsked = true
    running = running.then(see)
  }

  const unsubscribe = changes.subscribe(SECURITY_CHAIN, seeNext)
  seeNext()
  return async () => {
    unsubscribe()
    await running
  }
}
