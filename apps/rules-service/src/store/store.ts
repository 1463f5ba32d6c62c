import type {
  AsAt,
  EffectOnFlags,
  FlagEffect,
  FlagStatus,
  IsoDate,
  KnownAsAt,
  ProgrammeState,
  RecordKind,
  RecordOf,
  RecordRefView,
} from '@workplan/domain'
import type { Membership } from '../policy.ts'
import type { ProgrammeRules } from '../rules/programme-rules.ts'
import type { Transaction } from './database.ts'
import type { LoadedProgramme } from './programme.ts'
import type { reports } from './schema/index.ts'
import type { StoredParts } from './stored-parts.ts'

/** One row of the journal, as stored. */
export interface JournalRow {
  programme: string
  seq: number
  /** The sequence number of the first row of the same change. */
  change: number
  at: Date
  asAt: IsoDate
  /** A person's id, or `system`. */
  actor: string
  action: string
  kind: string
  recordId: string
  title: string
  before: unknown
  after: unknown
  why: string | null
  cause: RecordRefView | null
  /** What the tables keep of the change beyond `after`; with it, they can be rebuilt from the journal alone. */
  stored: StoredParts | null
  prevHash: string
  hash: string
}

/** What happened to something that is no record of the state: a report, a decision. Becomes one row of the journal. */
export interface JournalNote {
  action: string
  kind: string
  id: string
  title: string
  before: unknown
  after: unknown
  why: string | null
}

export interface PutOptions {
  /** The version the person saw, from `If-Match`; null for a new record. A stale one throws `stale-version`. */
  expectedVersion: number | null
  /** What is done, as `task.updated`. */
  action: string
  why: string | null
  /** What the journal calls it, for a record that has no title of its own. */
  title?: string
}

/** A change being made, under the lock of its programme. Everything in it happens together or not at all. */
export interface Change {
  readonly before: LoadedProgramme
  /** The transaction, for the tables with a life of their own. */
  readonly db: Transaction
  /** Real time of the change, the same for all its rows. */
  readonly at: Date
  readonly actor: string
  /** Writes a record of the state; the rules judge the new state afterwards. */
  put<K extends RecordKind>(kind: K, record: RecordOf<K>, options: PutOptions): void
  /**
   * Throws `stale-version`, with the record as it is now and as it was at the version the person saw, unless it still has
   * that version.
   */
  requireVersion(kind: RecordKind, id: string, expected: number, current: () => unknown): Promise<void>
  /** Sets what was decided about a flag that is not cleared; an acceptance has its last day. */
  setFlagStatus(flag: string, status: Exclude<FlagStatus, 'cleared'>, acceptedUntil: IsoDate | null): void
  /** Puts other rules in force, by which the programme is judged afterwards; the caller writes their rows. */
  setRules(rules: ProgrammeRules): void
  /** Adds a row to the journal; answers its sequence number. */
  note(note: JournalNote): number
}

export interface ChangeRequest {
  programme: string
  /** The id of the person, or `system`. */
  actor: string
  /** From the `Idempotency-Key` header: a repeated request gets the stored answer and changes nothing. */
  idempotency: { key: string; requestHash: string } | null
}

/** What a change came to, before it is committed. */
export interface ChangeOutcome {
  after: LoadedProgramme
  flags: FlagEffect
  /** Flags that stay, and say or weigh something else. */
  changed: EffectOnFlags['changed']
}

export interface JournalQuery {
  kind?: string
  id?: string
  /** Only rows before this sequence number. */
  before?: number
  /** Only rows after this sequence number. */
  after?: number
  order: 'newest-first' | 'oldest-first'
  limit: number
}

/** A person's role in a programme, as stored. */
export interface MembershipRow extends Membership {
  person: string
}

/** A report as it was. */
export type PastReport = typeof reports.$inferSelect

/** A programme as it was known at a moment. Shared between requests: read it, never change it. */
export interface PastProgramme {
  programme: LoadedProgramme
  reports: readonly PastReport[]
  known: KnownAsAt
}

export interface Store {
  /** The programme as it stands now; throws `not-found`. Quick when nothing has changed since the last call. */
  readProgramme(id: string): Promise<LoadedProgramme>
  /**
   * The programme as it was known at a moment, rebuilt from its journal. Throws `not-found` for a moment before that begins,
   * and `invalid-input` for one in the future.
   */
  readAsAt(id: string, asAt: AsAt): Promise<PastProgramme>
  /** Ids of all programmes. */
  listProgrammes(): Promise<string[]>
  /**
   * Makes a change in one transaction: lock, load, `make`, check, judge, journal, `answer`, commit. Whatever throws
   * undoes it all. The answer must be plain JSON: it is kept with the idempotency key.
   */
  change<Made, Answer>(
    request: ChangeRequest,
    make: (change: Change) => Made | Promise<Made>,
    answer: (outcome: ChangeOutcome, made: Made) => Answer | Promise<Answer>,
  ): Promise<Answer>
  /** Judges a programme anew when rules, frameworks or the day changed; `why` goes into the journal. */
  rejudge(programme: string, cause: RecordRefView): Promise<FlagEffect>
  /** Adds a programme with its records and members, once: false when it is there already. */
  addProgramme(state: ProgrammeState, members: readonly MembershipRow[]): Promise<boolean>
  /** Makes a journal that an earlier version began rebuild every table from here on; nothing happens to others. */
  completeJournal(programme: string): Promise<void>
  readJournal(programme: string, query: JournalQuery): Promise<JournalRow[]>
}
