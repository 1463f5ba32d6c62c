import type { AppContext } from '../../context.ts'
import { watched } from '../../sign-in/outcome.ts'
import { recordRefusal } from '../../sign-in/record-refusal.ts'
import { recordSecurity } from '../../sign-in/security-journal.ts'

/**
 * Takes what a provider sends a browser back with. The library checks and answers with an address to go to; what came
 * of it is journalled, whichever it was.
 */
export async function finishSingleSignOn(
  context: Pick<AppContext, 'auth' | 'database' | 'now' | 'attempts'>,
  request: Request,
): Promise<Response> {
  const { auth, database, now } = context
  const { answer, outcome } = await watched(() => auth.handler(request))
  const { person } = outcome
  const reason = outcome.fault ?? reasonOf(answer)
  const by = 'single-sign-on'
  if (reason !== null) await recordRefusal(context, { person, detail: { by, reason } })
  else
    await recordSecurity(
      database,
      { actor: person ?? 'nobody', action: 'sign-in.done', person, detail: { by } },
      now(),
    )
  return answer
}

/** The library says what is wrong in the address it sends the browser to. Words of the provider are left out. */
function reasonOf(answer: Response): string | null {
  const location = answer.headers.get('location')
  if (answer.status < 300 || answer.status >= 400 || location === null) return `status-${answer.status}`
  const error = new URL(location, 'http://localhost').searchParams.get('error')
  if (error === null) return null
  return /^[a-z_-]{1,60}$/i.test(error) ? error : 'refused-by-provider'
}
