import { index, jsonb, pgTable, text, unique, bigint } from 'drizzle-orm/pg-core'
import type { Role, WorkstreamApp } from '@workplan/domain'
import { authUsers } from './auth.ts'
import { programmes } from './records.ts'

/** People as the programmes know them. How they sign in is kept apart, in the tables of the sign-in. */
export const people = pgTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  user: text('user_id')
    .unique()
    .references(() => authUsers.id, { onDelete: 'set null' }),
})

/** One row for each role of a person in a programme. `app` is a lead's; `groups` a secretary's, null meaning all. */
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
    groups: jsonb('groups').$type<string[]>(),
  },
  (table) => [
    unique('memberships_once').on(table.person, table.programme, table.role, table.app).nullsNotDistinct(),
    index('memberships_by_programme').on(table.programme),
  ],
)
