import {
  bigint,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { ReportContent, ReportStatus } from '@workplan/domain'
import { programmes } from './records.ts'

/** Highlight reports. A trigger refuses any change to one that was issued, but for naming the one that follows it. */
export const reports = pgTable(
  'reports',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    /** Running number within the group; given on issue. */
    number: integer('number'),
    title: text('title').notNull(),
    group: text('group').notNull(),
    periodFrom: date('period_from', { mode: 'string' }).notNull(),
    periodTo: date('period_to', { mode: 'string' }).notNull(),
    status: text('status').$type<ReportStatus>().notNull(),
    content: jsonb('content').$type<ReportContent>().notNull(),
    /** SHA-256 of the canonical content, in hexadecimal; given on issue. */
    hash: text('hash'),
    draftedAt: timestamp('drafted_at', { withTimezone: true, precision: 3 }).notNull(),
    /** The id of who drafted it; the name in rows of before there were ids here. So is `issuedBy`. */
    draftedBy: text('drafted_by').notNull(),
    /** Who agreed to this version of the draft; an edit takes it back. */
    signedOffAt: timestamp('signed_off_at', { withTimezone: true, precision: 3 }),
    signedOffBy: text('signed_off_by'),
    issuedAt: timestamp('issued_at', { withTimezone: true, precision: 3 }),
    issuedBy: text('issued_by'),
    /** The journal row that recorded the issue. */
    issuedSeq: bigint('issued_seq', { mode: 'number' }),
    supersededBy: text('superseded_by'),
  },
  (table) => [
    primaryKey({ columns: [table.programme, table.id] }),
    uniqueIndex('reports_number').on(table.programme, table.group, table.number),
    foreignKey({
      columns: [table.programme, table.supersededBy],
      foreignColumns: [table.programme, table.id],
      name: 'reports_superseded_by',
    }),
  ],
)
