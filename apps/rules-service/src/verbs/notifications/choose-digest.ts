import type { DigestChoice, DigestSettings } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { beginDigestsAnew } from '../../mail/claim-digest.ts'
import { slotAt } from '../../mail/digest-slot.ts'
import { domainOf } from '../../mail/mail-config.ts'
import type { Member } from '../../members.ts'
import { inProgramme } from '../../store/isolation.ts'
import { notificationPreferences } from '../../store/schema/index.ts'
import { readDigestSettings } from './read-digest-settings.ts'

/**
 * Keeps what a member wants to get by e-mail; the next e-mail is the first to come so. Throws `invalid-input` for a new address
 * outside the domains that this installation writes to.
 */
export async function chooseDigest(
  context: Pick<AppContext, 'database' | 'config' | 'now'>,
  member: Member,
  choice: DigestChoice,
): Promise<DigestSettings> {
  const { database, config, now } = context
  const { programme, person } = member
  const own = { programme, person: person.id }
  const allowed = config.mail?.domains ?? []
  await inProgramme(database, programme, async (db) => {
    const [before] = await db
      .select({ address: notificationPreferences.address })
      .from(notificationPreferences)
      .where(
        and(eq(notificationPreferences.programme, programme), eq(notificationPreferences.person, person.id)),
      )
    if (choice.address !== null && choice.address !== before?.address)
      refuseElsewhere(choice.address, allowed)
    await db
      .insert(notificationPreferences)
      .values({ ...own, ...choice })
      .onConflictDoUpdate({
        target: [notificationPreferences.programme, notificationPreferences.person],
        set: choice,
      })
    const day = slotAt(choice, now())
    if (day !== null) await beginDigestsAnew(db, own, day, now())
  })
  return readDigestSettings(context, member)
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
