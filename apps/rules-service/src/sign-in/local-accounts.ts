import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto'
import { eq, inArray } from 'drizzle-orm'
import { AppError } from '../errors.ts'
import { sha256 } from '../store/canonical-json.ts'
import type { Database } from '../store/database.ts'
import { authUsers, invitations, people } from '../store/schema/index.ts'
import type { Auth } from './create-auth.ts'
import { isGuessable } from './guessable-password.ts'
import { openInvitation } from './invitations.ts'
import { faultOfPassword } from './password-rules.ts'
import { recordSecurity } from './security-journal.ts'
import { toBase32 } from './base32.ts'

/** What a new local account needs to be completed by a first sign-in. Shown once. */
export interface BegunAccount {
  /** For an authenticator app to read, and to type in where it cannot. */
  totpUri: string
  secret: string
  recoveryCodes: string[]
}

interface Beginning {
  invitation: string
  address: string
  password: string
  at: Date
}

const RECOVERY_CODES = 10

/**
 * Begins a local account with a one-time link: a password and, always, an authenticator app. The first sign-in with
 * both completes it; begun again before that, it replaces the earlier attempt.
 */
export async function beginLocalAccount(
  auth: Auth,
  database: Database,
  { invitation, address, password, at }: Beginning,
): Promise<BegunAccount> {
  const tokenHash = sha256(invitation)
  const found = await openInvitation(database, { tokenHash }, at)
  if (!found) throw new AppError('conflict', 'This link does not work any more. Ask for a new one.')
  const email = address.trim().toLowerCase()
  await refuseWeak(password, email)
  const earlier = await usersOf(database, found)
  const { internalAdapter, adapter, password: hashing, secretConfig } = await auth.$context
  const taken = await internalAdapter.findUserByEmail(email)
  if (taken && !earlier.includes(taken.user.id))
    throw new AppError('conflict', 'Somebody signs in with this e-mail address already. Use another one.')
  if (earlier.length > 0) await database.delete(authUsers).where(inArray(authUsers.id, earlier))
  const user = await internalAdapter.createUser(
    { email, emailVerified: false, name: '', twoFactorEnabled: true },
    { method: 'email-password' },
  )
  if (!user) throw new Error('the account was not created')
  await internalAdapter.createAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await hashing.hash(password),
  })
  const secret = generateRandomString(32)
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, recoveryCode)
  const encrypt = (data: string) => symmetricEncrypt({ key: secretConfig, data })
  await adapter.create({
    model: 'twoFactor',
    data: {
      userId: user.id,
      verified: true,
      secret: await encrypt(secret),
      backupCodes: await encrypt(JSON.stringify(recoveryCodes)),
    },
  })
  await database.update(invitations).set({ user: user.id }).where(eq(invitations.tokenHash, tokenHash))
  await recordSecurity(database, { actor: found.person, action: 'account.begun', person: found.person }, at)
  const typed = toBase32(secret)
  const query = new URLSearchParams({ secret: typed, issuer: 'Workplan', digits: '6', period: '30' })
  return {
    totpUri: `otpauth://totp/Workplan:${encodeURIComponent(email)}?${query.toString()}`,
    secret: typed,
    recoveryCodes,
  }
}

/** Two groups of five. */
function recoveryCode(): string {
  const code = generateRandomString(10, 'a-z', '0-9')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** The users that this invitation may replace: one begun with it, and the person's own from before. */
async function usersOf(
  database: Database,
  { person, user }: { person: string; user: string | null },
): Promise<string[]> {
  const [known] = await database.select({ user: people.user }).from(people).where(eq(people.id, person))
  return [user, known?.user ?? null].filter((id) => id !== null)
}

async function refuseWeak(password: string, email: string): Promise<void> {
  const known = [email, ...email.split(/[@.]/), 'workplan']
  const fault =
    faultOfPassword(password, email) ??
    ((await isGuessable(password, known))
      ? 'is not made of common passwords, names, runs of keys or repetitions: a few plain words in a row are good'
      : null)
  if (fault)
    throw new AppError('invalid-input', `Choose a password that ${fault}.`, {
      errors: [{ path: 'password', message: `Choose a password that ${fault}` }],
    })
}
