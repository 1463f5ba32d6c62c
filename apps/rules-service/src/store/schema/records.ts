import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { Programme, RecordKind, RecordRefView } from '@workplan/domain'
import type { StoredParts } from '../stored-parts.ts'

export const programmes = pgTable('programmes', {
  id: text('id').primaryKey(),
  data: jsonb('data').$type<Programme>().notNull(),
})

/** Every record of a programme. `ordinal` keeps the order in which they came, which is that of the papers. */
export const records = pgTable(
  'records',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    kind: text('kind').$type<RecordKind>().notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    data: jsonb('data').notNull(),
    ordinal: bigint('ordinal', { mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.kind, table.id] })],
)

/**
 * The end of a programme's journal: locked by every change, so that changes of one programme happen one after another.
 * `judged_on` is the day for which the stored flags hold. `replay_from` is the row from which on the journal alone rebuilds
 * every table; null for one that was begun by an earlier version, until it is completed.
 */
export const journalHeads = pgTable('journal_heads', {
  programme: text('programme')
    .primaryKey()
    .references(() => programmes.id),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
  judgedOn: date('judged_on', { mode: 'string' }),
  replayFrom: bigint('replay_from', { mode: 'number' }),
})

/** The append-only, hash-chained record of every change; a trigger refuses to alter or remove a row. */
export const journal = pgTable(
  'journal',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** The sequence number of the first row of the same change. */
    change: bigint('change', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
    asAt: date('as_at', { mode: 'string' }).notNull(),
    /** A person's id, or `system`. */
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    kind: text('kind').notNull(),
    recordId: text('record_id').notNull(),
    title: text('title').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    why: text('why'),
    cause: jsonb('cause').$type<RecordRefView>(),
    /** What the tables keep of the change beyond `after`. */
    stored: jsonb('stored').$type<StoredParts>(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programme, table.seq] }),
    index('journal_by_record').on(table.programme, table.kind, table.recordId),
  ],
)

/** Answers to writes that carried an idempotency key, kept in the transaction of the write. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    programme: text('programme').notNull(),
    person: text('person').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** The answer's JSON, exactly as it was sent. */
    answer: text('answer').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.person, table.key] })],
)
