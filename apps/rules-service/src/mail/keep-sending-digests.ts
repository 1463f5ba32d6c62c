import type { AppContext } from '../context.ts'
import { openMailer, type Mailer } from './open-mailer.ts'
import { sendDigests } from './send-digests.ts'

/** How often it is looked whether an e-mail is due. */
const EVERY_MS = 5 * 60_000

/** A wait before the first look, so that a service that is started again and again sends nothing. */
const FIRST_AFTER_MS = 30_000

export interface SendingDigests {
  /** Finishes the e-mail under way. */
  stop(): Promise<void>
}

/** Sends e-mails as they come due, until it is stopped. Nothing happens where no server for them is set. */
export function keepSendingDigests(
  context: AppContext,
  { everyMs = EVERY_MS, firstAfterMs = FIRST_AFTER_MS } = {},
): SendingDigests {
  const { mail } = context.config
  if (mail === null) return { stop: () => Promise.resolve() }
  const mailer = openMailer(mail)
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> = Promise.resolve()
  let stopped = false

  function planNext(afterMs: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      underWay = lookOnce(context, mailer).then(() => planNext(everyMs))
    }, afterMs)
    timer.unref()
  }

  planNext(firstAfterMs)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}

async function lookOnce(context: AppContext, mailer: Mailer): Promise<void> {
  try {
    const { sent, postponed } = await sendDigests(context, mailer)
    if (sent + postponed > 0) context.log.info({ sent, postponed }, 'e-mails')
  } catch (error) {
    context.log.warn({ err: error }, 'e-mails could not be looked after; the next look comes')
  }
}
