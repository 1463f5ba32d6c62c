import type {
  FlagStatus,
  IsoDate,
  ProgrammeState,
  RecordKind,
  RecordOf,
  RecordRefView,
} from '@workplan/domain'
import { AppError } from '../errors.ts'
import type { ProgrammeRules } from '../rules/programme-rules.ts'
import type { Transaction } from './database.ts'
import { readJournal } from './journal.ts'
import { type LoadedProgramme, recordKey, type StoredFlag } from './programme.ts'
import { titleOfRecord } from './record-title.ts'
import type { Change, JournalNote, PutOptions } from './store.ts'

export interface WrittenRecord {
  kind: RecordKind
  id: string
  version: number
  data: unknown
}

/** A change as far as it has been made: what to write, and the rows for the journal. */
export interface DraftedChange extends Change {
  readonly records: ReadonlyMap<string, WrittenRecord>
  /** Those of before, with what was decided about them. */
  readonly flags: ReadonlyMap<string, StoredFlag>
  /** The flags that something was decided about. */
  decided(): StoredFlag[]
  readonly notes: readonly JournalNote[]
  /** True when the verb was given the transaction, and so may have written to tables of its own. */
  usedDatabase(): boolean
  /** The rules that are in force after the change. */
  rules(): ProgrammeRules
  /** The state with the records written so far. */
  state(): ProgrammeState
}

/** An empty change of a programme, to be filled by a verb. */
export function draftChange(
  before: LoadedProgramme,
  head: { seq: number },
  db: Transaction,
  by: { actor: string; at: Date },
): DraftedChange {
  const records = new Map<string, WrittenRecord>()
  const decided = new Map<string, StoredFlag>()
  let flags = before.flags
  const notes: JournalNote[] = []
  const latest = new Map<string, unknown>()
  let rules = before.programmeRules
  let usedDatabase = false

  function versionOf(key: string): number | null {
    return records.get(key)?.version ?? before.versions.get(key) ?? null
  }

  function note(entry: JournalNote): number {
    notes.push(entry)
    return head.seq + notes.length
  }

  function put<K extends RecordKind>(kind: K, record: RecordOf<K>, options: PutOptions): void {
    const key = recordKey(kind, record.id)
    const found = latest.get(key) ?? before.state.records[kind].find(({ id }) => id === record.id)
    const version = versionOf(key)
    refuseStale(version, options.expectedVersion)
    latest.set(key, record)
    records.set(key, { kind, id: record.id, version: (version ?? 0) + 1, data: record })
    note({
      action: options.action,
      kind,
      id: record.id,
      title: options.title ?? titleOfRecord(record),
      before: found ?? null,
      after: record,
      why: options.why,
    })
  }

  function setFlagStatus(
    id: string,
    status: Exclude<FlagStatus, 'cleared'>,
    acceptedUntil: IsoDate | null,
  ): void {
    const flag = flags.get(id)
    if (!flag || flag.status === 'cleared')
      throw new AppError('conflict', 'This flag is cleared; there is nothing left to decide.')
    decided.set(id, { ...flag, status, acceptedUntil })
    flags = new Map([...before.flags, ...decided])
  }

  return {
    before,
    get db() {
      usedDatabase = true
      return db
    },
    usedDatabase: () => usedDatabase,
    ...by,
    records,
    get flags() {
      return flags
    },
    decided: () => [...decided.values()],
    notes,
    note,
    put,
    requireVersion: async (kind, id, expectedVersion, current) => {
      const version = versionOf(recordKey(kind, id))
      if (version === expectedVersion) return
      const base = await dataAtVersion(db, before.state.programme.id, { kind, id, version: expectedVersion })
      throw staleVersion({ current: current(), base })
    },
    setFlagStatus,
    setRules: (next) => {
      rules = next
    },
    rules: () => rules,
    state: () => stateWith(before.state, [...records.values()]),
  }
}

function refuseStale(version: number | null, expectedVersion: number | null): void {
  if (expectedVersion === version) return
  if (expectedVersion === null) throw new AppError('conflict', 'There is a record with this id already.')
  throw staleVersion({})
}

function staleVersion(details: { current?: unknown; base?: unknown }): AppError {
  return new AppError(
    'stale-version',
    'It was changed since you opened it. Nothing of yours was saved: look at what is there now, then try again.',
    details,
  )
}

/** What a record was at a version of it; undefined when there was none. Each version is one row of the journal. */
async function dataAtVersion(
  db: Transaction,
  programme: string,
  { kind, id, version }: { kind: RecordKind; id: string; version: number },
): Promise<unknown> {
  const rows = await readJournal(db, programme, { kind, id, order: 'oldest-first', limit: version })
  return rows[version - 1]?.after
}

/** The state with these records, in the place of those with the same ids. */
export function stateWith(
  state: ProgrammeState,
  written: readonly Pick<WrittenRecord, 'kind' | 'id' | 'data'>[],
): ProgrammeState {
  const records: Record<string, { id: string }[]> = { ...state.records }
  for (const { kind, id, data } of written) {
    const others = records[kind] ?? []
    const record = data as { id: string }
    const known = others.some((other) => other.id === id)
    records[kind] = known ? others.map((other) => (other.id === id ? record : other)) : [...others, record]
  }
  return { ...state, records: records as unknown as ProgrammeState['records'] }
}

/** What caused the flags to change: the first thing the change did. */
export function causeOf({ notes }: Pick<DraftedChange, 'notes'>): RecordRefView | null {
  const [first] = notes
  return first ? { kind: first.kind, id: first.id, title: first.title } : null
}
