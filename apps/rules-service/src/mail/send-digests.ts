import type { IsoDate } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import type { Member } from '../members.ts'
import { appsOf } from '../policy.ts'
import { inProgramme } from '../store/isolation.ts'
import type { LoadedProgramme } from '../store/programme.ts'
import { readMark } from '../verbs/marks/read-mark.ts'
import { setMark } from '../verbs/marks/set-mark.ts'
import { findNotices } from '../verbs/notifications/find-notices.ts'
import { isSince, type NoticeDraft } from '../verbs/notifications/notice-draft.ts'
import { beginDigests, claimDigest, postponeDigest, settleDigest } from './claim-digest.ts'
import { digestMail } from './digest-mail.ts'
import { addressOf, readDigestReaders } from './digest-readers.ts'
import { slotAt } from './digest-slot.ts'
import { domainOf } from './mail-config.ts'
import { faultOf, isRefusedForGood, type Mailer } from './open-mailer.ts'

type Sources = Pick<AppContext, 'config' | 'store' | 'database' | 'people' | 'now' | 'log' | 'stopping'>

/** What one round came to. */
export interface SentDigests {
  sent: number
  /** E-mails that are tried again later. */
  postponed: number
}

/** Sends every e-mail that is due and that no other instance has taken on. Nobody's trouble keeps the others waiting. */
export async function sendDigests(context: Sources, mailer: Mailer): Promise<SentDigests> {
  const done: SentDigests = { sent: 0, postponed: 0 }
  for (const id of await context.store.listProgrammes()) {
    const programme = await context.store.readProgramme(id)
    for (const due of await dueDigests(context, programme)) {
      if (context.stopping.aborted) return done
      const outcome = await sendOne(context, mailer, programme, due)
      if (outcome !== 'nothing') done[outcome] += 1
    }
  }
  return done
}

interface DueDigest {
  person: string
  address: string
  day: IsoDate
}

/** Whose e-mail is to be looked at; somebody new waits for the next one. */
async function dueDigests(
  { database, now }: Pick<Sources, 'database' | 'now'>,
  { state, people }: LoadedProgramme,
): Promise<DueDigest[]> {
  const programme = state.programme.id
  const at = now()
  return inProgramme(database, programme, async (db) => {
    const readers = await readDigestReaders(db, programme, [...people.keys()])
    const due: DueDigest[] = []
    for (const reader of readers) {
      const { person, choice, active } = reader
      const address = addressOf(reader)
      const day = slotAt(choice, at)
      if (!active || address === null || day === null) continue
      await beginDigests(db, { programme, person }, day, at)
      due.push({ person, address, day })
    }
    return due
  })
}

async function sendOne(
  context: Sources,
  mailer: Mailer,
  programme: LoadedProgramme,
  { person, address, day }: DueDigest,
): Promise<keyof SentDigests | 'nothing'> {
  const { database, log, now, config } = context
  const to = { programme: programme.state.programme.id, person }
  const claimed = await inProgramme(database, to.programme, (db) => claimDigest(db, to, day, now()))
  const member = claimed ? await memberOf(context, programme, person) : null
  if (!claimed || !member || config.mail === null) return 'nothing'
  try {
    const notices = await noticesToSend(context, programme, member)
    if (notices.length > 0)
      await mailer.send({
        to: address,
        messageId: `<${to.programme}.${person}.${day}@${domainOf(config.mail.from)}>`,
        ...digestMail({
          programme: programme.state.programme.shortName,
          root: rootFor(config.publicUrl ?? '', member),
          notices,
        }),
      })
    await inProgramme(database, to.programme, async (db) => {
      await settleDigest(db, to, day, now())
      const mark = { seq: programme.seq, at: now(), asAt: programme.asAt }
      await setMark(db, { ...to, name: 'digest' }, mark)
    })
    return notices.length > 0 ? 'sent' : 'nothing'
  } catch (error) {
    const fault = faultOf(error)
    log.warn({ fault, person, programme: to.programme }, 'an e-mail could not be sent')
    const giveUp = isRefusedForGood(fault) ? settleDigest : postponeDigest
    await inProgramme(database, to.programme, (db) => giveUp(db, to, day, now()))
    return 'postponed'
  }
}

/** The member of that id, as they are now; null for one who left meanwhile. */
async function memberOf(
  { people }: Pick<Sources, 'people'>,
  programme: LoadedProgramme,
  id: string,
): Promise<Member | null> {
  const person = programme.people.get(id)
  return person ? people.memberOf(person, programme.state.programme.id) : null
}

/** What is new since the last e-mail and not read meanwhile, and what still waits for the person. */
async function noticesToSend(
  { database }: Pick<Sources, 'database'>,
  programme: LoadedProgramme,
  member: Member,
): Promise<NoticeDraft[]> {
  const marked = { programme: member.programme, person: member.person.id }
  return inProgramme(database, member.programme, async (db) => {
    const [told, read, drafts] = await Promise.all([
      readMark(db, { ...marked, name: 'digest' }),
      readMark(db, { ...marked, name: 'alerts' }),
      findNotices(db, programme, member),
    ])
    return drafts.filter(
      (draft) =>
        !draft.dealtWith &&
        (draft.kind === 'due' || draft.kind === 'asked' || (isSince(draft, told) && isSince(draft, read))),
    )
  })
}

/** The address of the app in which a member works. */
function rootFor(publicUrl: string, { memberships, programme }: Member): string {
  const apps = appsOf(memberships)
  const own = memberships.find(({ app }) => app !== null)?.app
  return `${publicUrl}/${own ?? apps[0] ?? 'governance'}/${encodeURIComponent(programme)}`
}
