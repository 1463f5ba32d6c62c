import type { PersonView } from '@workplan/domain'
import { eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { watched } from '../../sign-in/outcome.ts'
import { useCodeOnce } from '../../sign-in/used-codes.ts'
import { recordSecurity } from '../../sign-in/security-journal.ts'
import { authUsers, people } from '../../store/schema/index.ts'
import { endUnsent } from './end-unsent.ts'
import { refuseSignIn } from './refuse-sign-in.ts'

const OF_APP = /^\d{6}$/

/** The second step of a local account: the code of the authenticator app, or a recovery code. Answers who came in. */
export async function signInWithCode(
  context: Pick<AppContext, 'auth' | 'database' | 'now' | 'attempts'>,
  code: string,
  headers: Headers,
): Promise<{ person: PersonView; cookies: string[] }> {
  const { auth, database, now, attempts } = context
  const entered = code.replaceAll(/\s/g, '')
  const options = { body: { code: entered }, headers, asResponse: true } as const
  const { answer, outcome } = await watched(() =>
    OF_APP.test(entered) ? auth.api.verifyTOTP(options) : auth.api.verifyBackupCode(options),
  )
  if (outcome.fault === 'disabled' || outcome.fault === 'unknown-person')
    return refuseSignIn(context, outcome.fault, outcome.person)
  if (answer.status === 429) return refuseSignIn(context, 'too-many-attempts')
  const { person } = outcome
  if (!answer.ok || person === null) return refuseSignIn(context, 'wrong-code')
  if (OF_APP.test(entered) && !(await useCodeOnce(database, { person, code: entered, at: now() }))) {
    await endUnsent(context, await answer.json())
    return refuseSignIn(context, 'used-code', person)
  }
  const { id, name, title } = people
  const [found] = await database
    .select({ person: { id, name, title }, address: authUsers.email })
    .from(people)
    .innerJoin(authUsers, eq(authUsers.id, people.user))
    .where(eq(people.id, person))
  if (!found) return refuseSignIn(context, 'unknown-person')
  await attempts.forget(found.address)
  const by = OF_APP.test(entered) ? 'local-account' : 'recovery-code'
  await recordSecurity(database, { actor: person, action: 'sign-in.done', person, detail: { by } }, now())
  return { person: found.person, cookies: answer.headers.getSetCookie() }
}
