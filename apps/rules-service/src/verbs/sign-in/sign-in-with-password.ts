import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { endUnsent } from './end-unsent.ts'
import { problemOfRefusal, refuseSignIn } from './refuse-sign-in.ts'

/**
 * The first step of a local account: its password. Answers the cookie with which the second step, the code of the
 * authenticator app, follows. What is wrong, address or password, is not said.
 */
export async function signInWithPassword(
  context: Pick<AppContext, 'auth' | 'config' | 'database' | 'now' | 'attempts'>,
  { address, password }: { address: string; password: string },
  headers: Headers,
): Promise<string[]> {
  const { auth, config, attempts } = context
  if (!config.signIn.localAccounts) throw new AppError('not-found', 'Nobody signs in with a password here.')
  const tries = await attempts.count(address)
  if (tries === 'too-many') throw problemOfRefusal('too-many-attempts')
  if (tries === 'first-too-many') return refuseSignIn(context, 'too-many-attempts')
  const answer = await auth.api.signInEmail({
    body: { email: address.trim().toLowerCase(), password },
    headers,
    asResponse: true,
  })
  const said: unknown = await answer.json().catch(() => null)
  if (answer.ok && isAwaitingCode(said)) return answer.headers.getSetCookie()
  // An account without a second factor is not one that we made.
  if (answer.ok) await endUnsent(context, said)
  return refuseSignIn(context, answer.ok ? 'no-second-factor' : 'wrong-password')
}

function isAwaitingCode(said: unknown): boolean {
  return (
    typeof said === 'object' &&
    said !== null &&
    'twoFactorRedirect' in said &&
    said.twoFactorRedirect === true
  )
}
