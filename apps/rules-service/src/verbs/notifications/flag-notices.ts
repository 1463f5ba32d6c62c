import type { StoredFlag } from '../../store/programme.ts'
import type { FlagExcerpt } from './journal-excerpts.ts'
import type { NoticeDraft } from './notice-draft.ts'
import { isNobodys } from './responsibility.ts'

/** Whom notices of flags are for. */
export interface FlagReader {
  person: string
  answersFor: (flag: StoredFlag) => boolean
  /** What this person may do about flags of which they do not answer for the work. */
  mayDecide: boolean
  mayAnswerQuestions: boolean
  mayAnswerDisputes: boolean
  nameOf: (id: string) => string | null
}

const RAISED = new Set(['flag.raised', 'flag.reopened'])
const DECIDED = new Set(['flag.assigned', 'flag.accepted', 'flag.disputed'])
const SAID = new Set([...DECIDED, 'flag.asked', 'flag.answered', 'flag.acceptance-requested'])

/**
 * What somebody is told about flags: those raised on their work (one notice for all that a change raised by one rule),
 * questions and requests that wait for them, what was decided about their work or their requests, and answers to them.
 */
export function flagNotices(
  flags: readonly StoredFlag[],
  entries: readonly FlagExcerpt[],
  reader: FlagReader,
): NoticeDraft[] {
  const entriesOf = Map.groupBy(entries, ({ id }) => id)
  const ofEach = flags.map((flag) => ({ flag, entries: entriesOf.get(flag.id) ?? [] }))
  return [...raisedNotices(ofEach, reader), ...ofEach.flatMap((about) => saidNotices(about, reader))]
}

interface AboutFlag {
  flag: StoredFlag
  entries: readonly FlagExcerpt[]
}

function raisedNotices(ofEach: readonly AboutFlag[], { answersFor }: FlagReader): NoticeDraft[] {
  const raised = ofEach.flatMap(({ flag, entries }) => {
    const entry = entries.findLast(({ action }) => RAISED.has(action))
    return flag.status !== 'cleared' && entry && answersFor(flag) ? [{ flag, entry }] : []
  })
  const together = Map.groupBy(raised, ({ flag, entry }) => `${entry.change}-${flag.rule}`)
  return [...together].map(([key, group]): NoticeDraft => {
    const [first] = group as [(typeof group)[number], ...typeof group]
    const { flag, entry } = first
    const alone = group.length === 1
    return {
      id: `flagged-${key}`,
      kind: 'flagged',
      title: alone ? flag.subject.title : flag.title,
      text: alone ? `${flag.title}. ${flag.message}` : `${group.length} flags on your work, for one reason.`,
      by: null,
      at: entry.at.toISOString(),
      on: entry.asAt,
      opens: alone ? { kind: 'flag', id: flag.id } : { kind: 'flags', id: flag.rule },
      seq: Math.max(...group.map((each) => each.entry.seq)),
      dealtWith: false,
    }
  })
}

function saidNotices({ flag, entries }: AboutFlag, reader: FlagReader): NoticeDraft[] {
  const said = entries.filter(({ action }) => SAID.has(action))
  const last = said.at(-1)
  if (!last || last.actor === reader.person) return []
  const mine = reader.answersFor(flag)
  const before = said.at(-2)
  const draft = (kind: NoticeDraft['kind'], text: string): NoticeDraft[] => [
    {
      id: `${kind}-${last.seq}`,
      kind,
      title: `${flag.subject.title}: ${flag.title}`,
      text,
      by: reader.nameOf(last.actor),
      at: last.at.toISOString(),
      on: last.asAt,
      opens: { kind: 'flag', id: flag.id },
      seq: last.seq,
      dealtWith: false,
    },
  ]
  const why = last.why ?? ''
  if (last.action === 'flag.asked') {
    // A question that nobody in particular answers for goes to everybody who may.
    const forMe = reader.mayAnswerQuestions && (mine || isNobodys(flag))
    return forMe && flag.status === 'asked' ? draft('asked', why) : []
  }
  if (last.action === 'flag.disputed' && reader.mayAnswerDisputes && flag.status === 'disputed')
    return draft('asked', `Disputed: ${why}`)
  if (last.action === 'flag.acceptance-requested')
    return reader.mayDecide && flag.status !== 'cleared' ? draft('asked', why) : []
  if (last.action === 'flag.answered') return before?.actor === reader.person ? draft('answered', why) : []
  const requested = before?.action === 'flag.acceptance-requested' && before.actor === reader.person
  if (!mine && !requested) return []
  return draft('decided', last.action === 'flag.disputed' ? `Disputed: ${why}` : why)
}
