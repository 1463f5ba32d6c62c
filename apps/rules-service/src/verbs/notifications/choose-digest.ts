import type { DigestChoice, DigestSettings } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { choiceVersion } from '../../mail/choice-version.ts'
import { beginDigestsAnew } from '../../mail/claim-digest.ts'
import { DEFAULT_CHOICE, slotAt } from '../../mail/digest-slot.ts'
import { domainOf } from '../../mail/mail-config.ts'
import type { Member } from '../../members.ts'
import type { Transaction } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { notificationPreferences } from '../../store/schema/index.ts'
import { digestSettings } from './read-digest-settings.ts'

/**
 * Keeps what a member wants to get by e-mail; the next e-mail is the first to come so. What is chosen already is kept again
 * from any version. Throws `stale-version`, with the settings as they are, for a choice made from another one, and
 * `invalid-input` for a new address outside the domains that this installation writes to.
 */
export async function chooseDigest(
  context: Pick<AppContext, 'database' | 'config' | 'now'>,
  member: Member,
  { choice, version }: { choice: DigestChoice; version: number },
): Promise<DigestSettings> {
  const { database, config, now } = context
  const own = { programme: member.programme, person: member.person.id }
  return inProgramme(database, member.programme, async (db) => {
    const before = await holdChoice(db, own)
    const from = choiceVersion(before)
    if (from !== version && from !== choiceVersion(choice))
      throw new AppError('stale-version', STALE, { current: await digestSettings(context, db, member) })
    if (choice.address !== null && choice.address !== before.address)
      refuseElsewhere(choice.address, config.mail?.domains ?? [])
    await db.update(notificationPreferences).set(choice).where(isOf(own))
    const day = slotAt(choice, now())
    if (day !== null) await beginDigestsAnew(db, own, day, now())
    return digestSettings(context, db, member)
  })
}

const STALE =
  'You chose something else since you opened this, in another window. Nothing was saved: look at what is there now, then try again.'

interface Own {
  programme: string
  person: string
}

const isOf = ({ programme, person }: Own) =>
  and(eq(notificationPreferences.programme, programme), eq(notificationPreferences.person, person))

/** What they chose so far; nobody else changes it until the transaction has ended. */
async function holdChoice(db: Transaction, own: Own): Promise<DigestChoice> {
  const { frequency, weekday, address } = notificationPreferences
  await db
    .insert(notificationPreferences)
    .values({ ...own, ...DEFAULT_CHOICE })
    .onConflictDoNothing()
  const [held] = await db
    .select({ frequency, weekday, address })
    .from(notificationPreferences)
    .where(isOf(own))
    .for('update')
  return held ?? DEFAULT_CHOICE
}

function refuseElsewhere(address: string, domains: readonly string[]): void {
  if (domains.includes(domainOf(address))) return
  const message =
    domains.length === 0
      ? 'This installation sends no e-mails, so it needs no address'
      : `Give an address that ends with ${domains.map((domain) => `@${domain}`).join(' or ')}`
  throw new AppError('invalid-input', `${message}. Nothing was saved.`, {
    errors: [{ path: 'address', message }],
  })
}
