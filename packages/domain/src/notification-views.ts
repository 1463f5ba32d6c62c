import { z } from 'zod'
import { IsoDateSchema } from './vocabulary.ts'

/** How often somebody wants an e-mail with what is new for them. */
export const DigestFrequency = z.enum(['daily', 'weekly', 'never'])
export type DigestFrequency = z.infer<typeof DigestFrequency>

/**
 * Why somebody is told of something. `due`: a task of theirs is due within a week, or late. `mentioned`: in a comment. `asked`: a
 * question or request that they are to answer. `answered`: what became of a question of theirs. `flagged`: a rule raised a flag
 * on their work. `decided`: something was decided about such a flag. `handed-over`: a task became theirs.
 */
export const NoticeKind = z.enum([
  'asked',
  'mentioned',
  'answered',
  'handed-over',
  'due',
  'decided',
  'flagged',
])
export type NoticeKind = z.infer<typeof NoticeKind>

/** One thing that somebody is told of. It follows from the records and the journal, and is kept nowhere. */
export const Notice = z.strictObject({
  /** The same as long as it is the same notice. */
  id: z.string(),
  kind: NoticeKind,
  /** What it is about, by name. */
  title: z.string(),
  /** What happened, in one line. */
  text: z.string(),
  /** Who did it, by name; null when nobody in particular did. */
  by: z.string().nullable(),
  /** When it happened, in real time; null for what comes with the calendar, as a due date. */
  at: z.iso.datetime().nullable(),
  /** The day of the programme on which it came up. */
  on: IsoDateSchema,
  /** What to open. `flags`: every flag of a rule that is still there. */
  opens: z.strictObject({ kind: z.enum(['task', 'flag', 'flags', 'report']), id: z.string() }),
  read: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

/** How many notices of one kind there are. */
export const NoticeCount = z.strictObject({
  kind: NoticeKind,
  all: z.number().int(),
  unread: z.number().int(),
})
export type NoticeCount = z.infer<typeof NoticeCount>

/** What somebody is told of in a programme, the latest first. */
export const NoticeList = z.strictObject({
  items: z.array(Notice),
  next: z.string().nullable(),
  counts: z.array(NoticeCount),
  unread: z.number().int(),
  /** The journal entry that it follows from; said back to mark what was shown as read. */
  seq: z.number().int(),
})
export type NoticeList = z.infer<typeof NoticeList>

/** The days of a weekly e-mail: 1 is Monday, 7 Sunday. */
export const Weekday = z.number().int().min(1).max(7)

/** What somebody chose about the e-mails of a programme. A null address is that of their account. */
export const DigestChoice = z.strictObject({
  frequency: DigestFrequency,
  weekday: Weekday,
  address: z.email().max(254).nullable(),
})
export type DigestChoice = z.infer<typeof DigestChoice>

/** Why nobody gets an e-mail, whatever they chose. */
export const NoDigestBecause = z.enum(['not-set-up', 'no-address'])
export type NoDigestBecause = z.infer<typeof NoDigestBecause>

/** What somebody chose, and what comes of it. */
export const DigestSettings = DigestChoice.extend({
  /** Tells one choice from another; a new choice names the one that it was made from. */
  version: z.number().int(),
  /** The address of the account; null when it has none that mail reaches. */
  accountAddress: z.string().nullable(),
  /** Domains that an address of one's own may be in. */
  domains: z.array(z.string()),
  /** Null when e-mails are sent. */
  noneBecause: NoDigestBecause.nullable(),
  /** The day of the next e-mail; null when there is none. */
  nextOn: IsoDateSchema.nullable(),
})
export type DigestSettings = z.infer<typeof DigestSettings>

/** Everything up to this journal entry has been read. */
export const MarkRead = z.strictObject({ seq: z.number().int().min(0) })
export type MarkRead = z.infer<typeof MarkRead>

export const UnreadNotices = z.strictObject({ unread: z.number().int() })
export type UnreadNotices = z.infer<typeof UnreadNotices>
