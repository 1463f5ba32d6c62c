import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { RuleCaseInput, RuleDocument, Severity } from '@workplan/domain'
import { programmes } from './records.ts'

/** Who ended a rule, when (real time, as ISO text) and why. */
export interface RuleEnd {
  by: string
  at: string
  reason: string
}

/** How a programme set a rule of the pack: one row for each version, of which the last counts. Never changed. */
export const ruleSettings = pgTable(
  'rule_settings',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    rule: text('rule').notNull(),
    version: integer('version').notNull(),
    enabled: boolean('enabled').notNull(),
    /** Null: as the rule is written. */
    severity: text('severity').$type<Severity>(),
    /** New numbers by their place in the rule. */
    thresholds: jsonb('thresholds').$type<Record<string, number>>().notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.rule, table.version] })],
)

/**
 * Rules of a programme's own, one row for each version. The draft of the next version is a row that is written again
 * and again; a trigger refuses any change to a published one, but for its end.
 */
export const programmeRules = pgTable(
  'programme_rules',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    /** The journal row of the last write to it: a draft that was discarded and begun again never looks the same. */
    revision: bigint('revision', { mode: 'number' }).notNull(),
    state: text('state').$type<'draft' | 'published' | 'ended'>().notNull(),
    document: jsonb('document').$type<RuleDocument>().notNull(),
    cases: jsonb('cases').$type<RuleCaseInput[]>().notNull(),
    /** Who published it, when and why; of a draft, who saved it last. */
    by: text('by').notNull(),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
    reason: text('reason'),
    /** The last day in force, and who ended it, when and why. */
    until: date('until', { mode: 'string' }),
    ended: jsonb('ended').$type<RuleEnd>(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.id, table.version] })],
)
