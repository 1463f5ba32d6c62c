import type { DigestSettings } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { choiceVersion } from '../../mail/choice-version.ts'
import { addressOf, readDigestReaders, type DigestReader } from '../../mail/digest-readers.ts'
import { DEFAULT_CHOICE, nextSlot } from '../../mail/digest-slot.ts'
import type { Member } from '../../members.ts'
import type { Transaction } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'

/** What a member chose about the e-mails of a programme, and what comes of it. */
export function readDigestSettings(
  context: Pick<AppContext, 'database' | 'config' | 'now'>,
  member: Member,
): Promise<DigestSettings> {
  return inProgramme(context.database, member.programme, (db) => digestSettings(context, db, member))
}

/** The same inside a transaction of the programme. */
export async function digestSettings(
  { config, now }: Pick<AppContext, 'config' | 'now'>,
  db: Transaction,
  { programme, person }: Member,
): Promise<DigestSettings> {
  const [found] = await readDigestReaders(db, programme, [person.id])
  const reader: DigestReader = found ?? {
    person: person.id,
    choice: DEFAULT_CHOICE,
    accountAddress: null,
    active: true,
  }
  const { frequency, weekday, address } = reader.choice
  const noneBecause = config.mail === null ? 'not-set-up' : addressOf(reader) === null ? 'no-address' : null
  return {
    version: choiceVersion(reader.choice),
    frequency,
    weekday,
    address,
    accountAddress: reader.accountAddress,
    domains: config.mail?.domains ?? [],
    noneBecause,
    nextOn: noneBecause === null ? nextSlot(reader.choice, now()) : null,
  }
}
