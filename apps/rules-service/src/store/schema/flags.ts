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
import type {
  AcceptanceRequest,
  Audience,
  DecisionInput,
  ExplanationNode,
  FlagStatus,
  RecordRef,
  Severity,
  SubjectKind,
} from '@workplan/domain'
import { programmes } from './records.ts'

/** Flags as the rules last left them. A cleared flag stays, and is opened again under the same id. */
export const flags = pgTable(
  'flags',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    id: text('id').notNull(),
    rule: text('rule').notNull(),
    /** The version of the rule that raised it, and the one that held when it was last judged. */
    ruleVersion: integer('rule_version').notNull(),
    judgedByVersion: integer('judged_by_version').notNull(),
    title: text('title').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    status: text('status').$type<FlagStatus>().notNull(),
    /** The last day of the acceptance, while the flag is accepted. */
    acceptedUntil: date('accepted_until', { mode: 'string' }),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    subjectTitle: text('subject_title').notNull(),
    message: text('message').notNull(),
    explanation: jsonb('explanation').$type<ExplanationNode>().notNull(),
    audience: jsonb('audience').$type<Audience[]>().notNull(),
    workstreams: jsonb('workstreams').$type<string[]>().notNull(),
    requirements: jsonb('requirements').$type<string[]>().notNull(),
    records: jsonb('records').$type<RecordRef[]>().notNull(),
    raisedAt: timestamp('raised_at', { withTimezone: true, precision: 3 }).notNull(),
    raisedOn: date('raised_on', { mode: 'string' }).notNull(),
    clearedAt: timestamp('cleared_at', { withTimezone: true, precision: 3 }),
    clearedOn: date('cleared_on', { mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.programme, table.id] }),
    index('flags_by_status').on(table.programme, table.status),
  ],
)

/** An acceptance that somebody asked for; nothing changes until an SRO decides. */
export type RequestedAcceptance = AcceptanceRequest & { kind: 'request-acceptance' }

/** What was said about a flag, oldest first by id. */
export const decisions = pgTable(
  'decisions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    flag: text('flag').notNull(),
    decision: jsonb('decision').$type<DecisionInput | RequestedAcceptance>().notNull(),
    by: text('by').notNull(),
    /** Who asked for the acceptance that `by` gave; null when nobody else did. */
    requestedBy: text('requested_by'),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
    asAt: date('as_at', { mode: 'string' }).notNull(),
  },
  (table) => [index('decisions_by_flag').on(table.programme, table.flag)],
)
