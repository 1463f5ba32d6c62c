import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { SINGLE_SIGN_ON } from '../../sign-in/single-sign-on.ts'
import { sha256 } from '../../store/canonical-json.ts'

export interface Departure {
  /** Where the browser goes next. */
  url: string
  cookies: string[]
}

/** Sends a browser to the provider, to come back to an address of ours; with the link's secret when it has one. */
export async function beginSingleSignOn(
  { auth, config }: Pick<AppContext, 'auth' | 'config'>,
  { invitation, returnTo }: { invitation: string | undefined; returnTo: string },
  headers: Headers,
): Promise<Departure> {
  if (!config.signIn.singleSignOn) throw new AppError('not-found', 'There is no single sign-on here.')
  const answer = await auth.api.signInSocial({
    body: {
      provider: SINGLE_SIGN_ON,
      callbackURL: returnTo,
      errorCallbackURL: returnTo,
      ...(invitation !== undefined && { additionalData: { invitation: sha256(invitation) } }),
    },
    headers,
    asResponse: true,
  })
  const { url } = (await answer.json()) as { url?: string }
  if (!answer.ok || !url)
    throw new AppError(
      'conflict',
      'The provider of your sign-in cannot be reached. Try again in a few minutes.',
    )
  return { url, cookies: answer.headers.getSetCookie() }
}
