import type { DigestSettings } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { addressOf, readDigestReaders, type DigestReader } from '../../mail/digest-readers.ts'
import { DEFAULT_CHOICE, nextSlot } from '../../mail/digest-slot.ts'
import type { Member } from '../../members.ts'
import { inProgramme } from '../../store/isolation.ts'

/** What a member chose about the e-mails of a programme, and what comes of it. */
export async function readDigestSettings(
  { database, config, now }: Pick<AppContext, 'database' | 'config' | 'now'>,
  { programme, person }: Member,
): Promise<DigestSettings> {
  const [found] = await inProgramme(database, programme, (db) =>
    readDigestReaders(db, programme, [person.id]),
  )
  const reader: DigestReader = found ?? {
    person: person.id,
    choice: DEFAULT_CHOICE,
    accountAddress: null,
    active: true,
  }
  const { frequency, weekday, address } = reader.choice
  const noneBecause = config.mail === null ? 'not-set-up' : addressOf(reader) === null ? 'no-address' : null
  return {
    frequency,
    weekday,
    address,
    accountAddress: reader.accountAddress,
    domains: config.mail?.domains ?? [],
    noneBecause,
    nextOn: noneBecause === null ? nextSlot(reader.choice, now()) : null,
  }
}
