import { boolean, index, jsonb, pgTable, text, timestamp, unique, bigint } from 'drizzle-orm/pg-core'
import type { Role, WorkstreamApp } from '@workplan/domain'
import { authUsers } from './auth.ts'
import { programmes } from './records.ts'

/**
 * People as the programmes know them: the only table that holds a name. How they sign in is kept apart, in the tables
 * of the sign-in; journals know a person by id.
 */
export const people = pgTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  user: text('user_id')
    .unique()
    .references(() => authUsers.id, { onDelete: 'set null' }),
  /** True for somebody who may look at every programme. */
  national: boolean('national').notNull().default(false),
  /** Since when this person may not sign in; null while they may. */
  disabledAt: timestamp('disabled_at', { withTimezone: true, precision: 3 }),
  /** When name and sign-in were taken out; nothing brings them back. */
  removedAt: timestamp('removed_at', { withTimezone: true, precision: 3 }),
  /** Why the data of this person must be kept, as for a freedom-of-information request; null when nothing asks for it. */
  heldBecause: text('held_because'),
})

/**
 * One row for each role of a person in a programme. A lead has an `app`, of which `workstreams` names some, null meaning
 * all; `groups` are those of a secretary or member, null meaning all.
 */
export const memberships = pgTable(
  'memberships',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    person: text('person')
      .notNull()
      .references(() => people.id),
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    role: text('role').$type<Role>().notNull(),
    app: text('app').$type<WorkstreamApp>(),
    workstreams: jsonb('workstreams').$type<string[]>(),
    groups: jsonb('groups').$type<string[]>(),
  },
  (table) => [
    unique('memberships_once').on(table.person, table.programme, table.role, table.app).nullsNotDistinct(),
    index('memberships_by_programme').on(table.programme),
  ],
)
