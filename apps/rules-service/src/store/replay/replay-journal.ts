import { type IsoDate, recordKinds, type RecordKind } from '@workplan/domain'
import { recordKey, type StoredFlag } from '../programme.ts'
import type { JournalRow } from '../store.ts'
import { keyOfRow, placeRow, replayedTableNames, type ReplayedTable, type TableRow } from '../stored-parts.ts'

/** A record as its table keeps it. */
export interface ReplayedRecord {
  kind: RecordKind
  id: string
  version: number
  data: unknown
}

/** What the tables hold of a programme at one entry of its journal, made from the entries alone. */
export interface ReplayedProgramme {
  /** The last entry that it contains, when that was written, and the day it was written for; of no entry 0 and null. */
  seq: number
  at: Date | null
  asAt: IsoDate | null
  /**
   * The entry from which on the entries say all that the tables hold; null for a journal of an earlier version that was not
   * completed, which says as much of the programme and its records only.
   */
  completeFrom: number | null
  /** The programme itself, as JSON. */
  programme: unknown
  /** By `recordKey`, in the order in which they were added. */
  records: ReadonlyMap<string, ReplayedRecord>
  flags: ReadonlyMap<string, StoredFlag>
  /** The rows of each table that verbs write, by what tells them from each other. */
  tables: Readonly<Record<ReplayedTable, ReadonlyMap<string, TableRow>>>
}

/** Rebuilds a programme from its journal, row by row from the first. */
export interface Replay {
  apply(row: JournalRow): void
  /** As far as the rows go; shared with what is applied later. */
  result(): ReplayedProgramme
}

const KINDS: ReadonlySet<string> = new Set(recordKinds)

/** Of these the tables keep more than an entry says under `after`: earlier versions left that out. */
const KINDS_WITH_PARTS: ReadonlySet<string> = new Set(['flag', 'membership', 'report', 'rule'])

/** The tables of a programme, rebuilt from all the rows of its journal up to some entry. */
export function replayJournal(rows: Iterable<JournalRow>): ReplayedProgramme {
  const replay = beginReplay()
  for (const row of rows) replay.apply(row)
  return replay.result()
}

/** As replayJournal, for rows that come one by one. */
export function beginReplay(): Replay {
  const records = new Map<string, ReplayedRecord>()
  const flags = new Map<string, StoredFlag>()
  const tables = Object.fromEntries(
    replayedTableNames.map((name) => [name, new Map<string, TableRow>()]),
  ) as Record<ReplayedTable, Map<string, TableRow>>
  let last: JournalRow | null = null
  let programme: unknown = null
  const completeness = followCompleteness()

  function apply(row: JournalRow): void {
    last = row
    if (row.action === 'programme.added') programme = row.after
    const complete = completeness.apply(row)
    if (row.action === 'journal.completed') {
      // Where entries say everything already, this one is not believed: the tables may have been altered before it.
      if (complete) return
      for (const part of [flags, ...Object.values(tables)]) part.clear()
    }
    if (isRecordKind(row.kind)) applyRecord(row, row.kind)
    if (row.action === 'rule.draft-discarded') discardDraft(row)
    if (row.kind === 'membership' && row.after === null) endMembership(row)
    for (const flag of row.stored?.flags ?? []) flags.set(flag.id, flag)
    for (const name of replayedTableNames)
      for (const written of row.stored?.rows?.[name] ?? []) placeRow(tables[name], name, written)
  }

  function applyRecord({ recordId: id, after: data }: JournalRow, kind: RecordKind): void {
    const key = recordKey(kind, id)
    records.set(key, { kind, id, version: (records.get(key)?.version ?? 0) + 1, data })
  }

  function discardDraft({ recordId: id, before }: JournalRow): void {
    const { version } = before as { version: number }
    tables.programme_rules.delete(keyOfRow('programme_rules', { id, version }))
  }

  function endMembership({ recordId: person, before }: JournalRow): void {
    tables.memberships.delete(keyOfRow('memberships', { ...(before as TableRow), person }))
  }

  return {
    apply,
    result: () => ({
      seq: last?.seq ?? 0,
      at: last?.at ?? null,
      asAt: last?.asAt ?? null,
      completeFrom: completeness.from(),
      programme,
      records,
      flags,
      tables,
    }),
  }
}

/** Finds out, from the entries alone, from which on they say everything. */
function followCompleteness() {
  /** The first change that the tables keep more of; whether its entries say that, tells how the journal was begun. */
  let telling: number | null = null
  let saysParts: number | null = null
  let completed: number | null = null

  return {
    /** Answers whether the entries before this one said everything. */
    apply({ seq, change, kind, action, stored }: JournalRow): boolean {
      const complete = completed !== null || (telling !== null && saysParts === telling)
      if (action === 'journal.completed') {
        if (!complete) completed = seq
        return complete
      }
      if (KINDS_WITH_PARTS.has(kind)) telling ??= change
      if (stored && (telling ?? change) === change) saysParts = change
      return complete
    },
    from: (): number | null => completed ?? (telling === saysParts || telling === null ? 1 : null),
  }
}

function isRecordKind(kind: string): kind is RecordKind {
  return KINDS.has(kind)
}
