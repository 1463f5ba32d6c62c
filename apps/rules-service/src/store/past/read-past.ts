import type { AsAt, IsoDate, KnownAsAt, PersonView } from '@workplan/domain'
import { and, desc, eq, gt, inArray, lte, min, sql } from 'drizzle-orm'
import { AppError } from '../../errors.ts'
import { journalRows } from '../../journal/journal-rows.ts'
import type { Rules } from '../../rules.ts'
import type { Database, Transaction } from '../database.ts'
import { differenceOfFlags } from '../flag-difference.ts'
import { inProgramme } from '../isolation.ts'
import { readHead } from '../load-programme.ts'
import type { LoadedProgramme } from '../programme.ts'
import { beginReplay, type ReplayedProgramme } from '../replay/replay-journal.ts'
import { journal, people } from '../schema/index.ts'
import type { PastProgramme, PastReport } from '../store.ts'
import { reports } from '../schema/index.ts'
import { keepLatest } from './kept-latest.ts'
import { type Moment, momentOf } from './moment.ts'
import { programmeOfReplay } from './programme-of-replay.ts'
import { typedRow } from './typed-row.ts'

/** States of programmes in memory, of a few megabytes each. */
const KEPT_STATES = 12

const SNAPSHOT = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

interface Sources {
  database: Database
  rules: Rules
  now: () => Date
}

interface Found {
  seq: number
  hash: string
  /** True when rules or frameworks changed flags after that moment: those of today were not those of then. */
  otherRulesSince: boolean
}

/** Reads programmes as they were known at a moment, from their journals; what was asked for last is kept. */
export function createPast({ database, rules, now }: Sources) {
  const kept = keepLatest<PastState>(KEPT_STATES)

  /** Throws `not-found` before the journal begins, and `invalid-input` for the future. */
  return async (id: string, asAt: AsAt): Promise<PastProgramme> => {
    const moment = momentOf(asAt, now())
    return inProgramme(
      database,
      id,
      async (db) => {
        const { seq, hash, otherRulesSince } = await entryAt(db, id, moment)
        const { past, members } = await kept(`${id} ${hash} ${moment.day} ${otherRulesSince}`, async () =>
          judgedFor(moment, await rebuilt(db, id, seq, moment.day), { rules, otherRulesSince }),
        )
        const programme = { ...past.programme, people: await namesOf(db, members) }
        return { ...past, programme, known: { ...past.known, asAt } }
      },
      SNAPSHOT,
    )
  }
}

async function entryAt(db: Transaction, id: string, { until }: Moment): Promise<Found> {
  const { replayFrom } = await readHead(db, id, { lock: false })
  const ofProgramme = eq(journal.programme, id)
  const [found] = await db
    .select({ seq: journal.seq, hash: journal.hash })
    .from(journal)
    .where(and(ofProgramme, lte(journal.at, until)))
    .orderBy(desc(journal.seq))
    .limit(1)
  if (!found || replayFrom === null || found.seq < replayFrom) {
    const [first] = await db
      .select({ at: min(journal.at) })
      .from(journal)
      .where(and(ofProgramme, replayFrom === null ? undefined : gt(journal.seq, replayFrom - 1)))
    throw tooEarly(first?.at ?? null)
  }
  const [later] = await db
    .select({ seq: journal.seq })
    .from(journal)
    .where(and(ofProgramme, gt(journal.seq, found.seq), sql`${journal.cause}->>'kind' = 'rules'`))
    .limit(1)
  return { ...found, otherRulesSince: later !== undefined }
}

const words = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})

function tooEarly(first: Date | null): AppError {
  const since = first ? ` It begins on ${words.format(first)}; choose a later moment.` : ''
  return new AppError('not-found', `The journal of this programme does not reach back so far.${since}`)
}

async function rebuilt(
  db: Transaction,
  id: string,
  seq: number,
  day: IsoDate,
): Promise<{ programme: LoadedProgramme; replayed: ReplayedProgramme }> {
  const replay = beginReplay()
  for await (const row of journalRows(db, id)) {
    if (row.seq > seq) break
    replay.apply(row)
  }
  const replayed = replay.result()
  return { replayed, programme: programmeOfReplay(replayed, day) }
}

/** A programme of the past as it is kept, without the names of its members: those are never kept. */
interface PastState {
  past: PastProgramme
  members: readonly string[]
}

/** Who was a member then. */
function membersOf({ tables }: ReplayedProgramme): string[] {
  return [...new Set([...tables.memberships.values()].map(({ person }) => String(person)))]
}

/** These people, by the name they have now. */
async function namesOf(db: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, PersonView>> {
  if (ids.length === 0) return new Map()
  const { id, name, title } = people
  const found = await db.select({ id, name, title }).from(people).where(inArray(id, ids)).orderBy(id)
  return new Map(found.map((person) => [person.id, person]))
}

/**
 * With the flags of that day. Each day is judged when it is first looked at; one on which nobody looked is judged now, by the
 * rules of now, unless these would have said something else before they came.
 */
function judgedFor(
  { until, day }: Moment,
  { programme, replayed }: { programme: LoadedProgramme; replayed: ReplayedProgramme },
  { rules, otherRulesSince }: { rules: Rules; otherRulesSince: boolean },
): PastState {
  const { state, programmeRules, asAt, seq } = programme
  const recordedOn = replayed.asAt ?? asAt
  const anew = recordedOn < asAt && !otherRulesSince
  const flags = anew
    ? differenceOfFlags(programme.flags, rules.judge(state, asAt, programmeRules), { at: until, asAt }).flags
    : programme.flags
  const known: KnownAsAt = {
    asAt: day,
    entry: seq,
    at: (replayed.at ?? until).toISOString(),
    day: asAt,
    judgedOn: anew ? asAt : recordedOn,
  }
  const pastReports: PastReport[] = [...replayed.tables.reports.values()].map((row) =>
    typedRow(reports, state.programme.id, row),
  )
  return {
    past: { programme: { ...programme, flags }, reports: pastReports, known },
    members: membersOf(replayed),
  }
}
