import type { IsoDate, RecordRefView } from '@workplan/domain'
import { eq } from 'drizzle-orm'
import { setImmediate as sendNow } from 'node:timers/promises'
import type { ChainHead } from '../journal/check-chain.ts'
import type { Rules } from '../rules.ts'
import { changedMap } from './changed-map.ts'
import type { Transaction } from './database.ts'
import { causeOf, type DraftedChange } from './drafted-change.ts'
import { differenceOfFlags, type FlagChange, type FlagDifference } from './flag-difference.ts'
import { effectOf } from './flag-effect.ts'
import { writeFlags } from './flag-rows.ts'
import { rowInserter } from './insert-rows.ts'
import { appendRows, sealRows, type UnsealedRow } from './journal.ts'
import { type JournalHead, readPeople } from './load-programme.ts'
import { type LoadedProgramme, recordKey, type StoredFlag } from './programme.ts'
import { journalHeads, records } from './schema/index.ts'
import type { ChangeOutcome, JournalNote } from './store.ts'
import type { StoredParts } from './stored-parts.ts'
import { sendAhead, sendInLots } from './transaction.ts'
import { partsTogether, unsaidParts } from './unsaid-parts.ts'

const ROWS_PER_INSERT = 500

/** A change that is in the database once the transaction commits. */
export interface WrittenChange {
  outcome: ChangeOutcome
  /** The end of the journal after it. */
  head: ChainHead
}

interface PlannedRow {
  note: JournalNote
  cause: RecordRefView | null
  stored: StoredParts | null
}

/**
 * Writes a drafted change: its records, the flags that follow from them, and a journal row for everything. `cause`
 * stands in for the first row when the change itself has none.
 */
export async function writeChange(
  db: Transaction,
  draft: DraftedChange,
  head: JournalHead,
  rules: Rules,
  cause: RecordRefView | null = null,
): Promise<WrittenChange> {
  const { before } = draft
  await writeRecords(db, draft)
  // The database writes them while the rules are at work.
  await sendNow()
  const state = draft.state()
  const programmeRules = draft.rules()
  const judged =
    draft.records.size > 0 || programmeRules !== before.programmeRules || cause
      ? differenceOfFlags(draft.flags, rules.judge(state, before.asAt, programmeRules), {
          at: draft.at,
          asAt: before.asAt,
        })
      : { changes: [], written: [], flags: draft.flags }
  const flagCause = cause ?? causeOf(draft)
  const notes: PlannedRow[] = [
    ...draft.notes.map((note) => ({ note, cause: null, stored: null })),
    ...judged.changes.map((change) => ({
      note: noteOfFlag(change),
      cause: flagCause,
      stored: { flags: [change.after] },
    })),
  ]
  const unsaid = await unsaidParts(db, draft, judged)
  if (unsaid && notes.length === 0)
    notes.push({ note: noteOfExplanations(before), cause: flagCause, stored: null })
  const rows = notes.map(({ note, cause: ofRow, stored }, index): UnsealedRow => {
    const { id, ...rest } = note
    return {
      ...rest,
      recordId: id,
      programme: before.state.programme.id,
      seq: head.seq + index + 1,
      change: head.seq + 1,
      at: draft.at,
      asAt: before.asAt,
      actor: draft.actor,
      cause: ofRow,
      // Flags that no row says stand with the first, so that later rows have the last word; rows of tables stand with the
      // last, after whatever was removed.
      stored: [
        index === 0 && unsaid?.flags ? { flags: unsaid.flags } : null,
        stored,
        index === notes.length - 1 && unsaid?.rows ? { rows: unsaid.rows } : null,
      ].reduce(partsTogether),
    }
  })
  await writeFlags(db, before.state.programme.id, flagsToWrite(draft, judged))
  const sealed = sealRows(rows, head.hash)
  await appendRows(db, sealed)
  if (head.judgedOn !== before.asAt) markJudged(db, before.state.programme.id, before.asAt)
  const { changed, ...flags } = effectOf(judged.changes)
  const after = afterwards(draft, state, judged, head.seq + rows.length)
  const people = changesPeople(draft) ? await readPeople(db, before.state.programme.id) : before.people
  return { outcome: { after: { ...after, people }, flags, changed }, head: sealed.at(-1) ?? head }
}

async function writeRecords(db: Transaction, draft: DraftedChange): Promise<void> {
  const programme = draft.before.state.programme.id
  const rows = [...draft.records.values()].map((record) => ({ programme, ...record }))
  await sendInLots(db, rows, ROWS_PER_INSERT, (lot) => insertRecords(db, lot))
}

const insertRecords = rowInserter(
  records,
  'on conflict (programme, kind, id) do update set version = excluded.version, data = excluded.data',
)

function markJudged(db: Transaction, programme: string, on: IsoDate): void {
  const query = db.update(journalHeads).set({ judgedOn: on }).where(eq(journalHeads.programme, programme))
  sendAhead(db, query)
}

/** Flags that the rules changed, and those that a decision changed. */
function flagsToWrite(draft: DraftedChange, judged: FlagDifference): StoredFlag[] {
  return [...new Map([...draft.decided(), ...judged.written].map((flag) => [flag.id, flag])).values()]
}

function noteOfFlag({ event, before, after, why }: FlagChange): JournalNote {
  return {
    action: `flag.${event}`,
    kind: 'flag',
    id: after.id,
    title: `${after.title}: ${after.subject.title}`,
    before: before && seen(before),
    after: seen(after),
    why,
  }
}

/** For a judgement after which flags say the same, for reasons with other figures. */
function noteOfExplanations({ state: { programme } }: LoadedProgramme): JournalNote {
  return {
    action: 'flags.judged',
    kind: 'programme',
    id: programme.id,
    title: programme.name,
    before: null,
    after: null,
    why: 'Flags say the same as before; the figures behind some of them have changed',
  }
}

function seen({ status, message, severity, judgedByVersion }: StoredFlag): object {
  return { status, message, severity, ruleVersion: judgedByVersion }
}

/** What a programme says of its members is not among its records. */
function changesPeople({ notes }: DraftedChange): boolean {
  return notes.some(({ kind }) => kind === 'membership' || kind === 'person')
}

function afterwards(
  { before, records: written, rules }: DraftedChange,
  state: LoadedProgramme['state'],
  { flags }: FlagDifference,
  seq: number,
): LoadedProgramme {
  const entries = [...written.values()].map(
    ({ kind, id, version }) => [recordKey(kind, id), version] as const,
  )
  const versions = changedMap(before.versions, new Map(entries))
  return { ...before, state, versions, flags, programmeRules: rules(), seq }
}
