import { bigint, date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { DigestFrequency } from '@workplan/domain'
import { programmes } from './records.ts'

/*
 * What a person keeps for themselves in a programme. It is no part of the programme: it stands in no journal, nobody else
 * is told of it, and it goes with the person.
 */

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** How far somebody has come in a programme, under a name for what they were looking at. */
export const personMarks = pgTable(
  'person_marks',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    person: text('person').notNull(),
    name: text('name').notNull(),
    /** The last journal entry they have seen; it never goes back. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** When they said so, and the day of the programme then. */
    at: moment('at').notNull(),
    asAt: date('as_at', { mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.person, table.name] })],
)

/** How often somebody wants an e-mail about a programme; nobody who has no row has chosen yet. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    person: text('person').notNull(),
    frequency: text('frequency').$type<DigestFrequency>().notNull(),
    /** The day of a weekly e-mail: 1 is Monday, 7 Sunday. */
    weekday: integer('weekday').notNull(),
    /** Where to; null for the address of the account. */
    address: text('address'),
  },
  (table) => [primaryKey({ columns: [table.programme, table.person] })],
)

/** The last e-mail to somebody, sent or under way: who claims it sends it. */
export const digests = pgTable(
  'digests',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    person: text('person').notNull(),
    /** The day for which it is. */
    day: date('day', { mode: 'string' }).notNull(),
    /** Until then nobody else tries. */
    claimedUntil: moment('claimed_until').notNull(),
    attempts: integer('attempts').notNull(),
    /** When it was settled, because it was sent or there was nothing to say; null until then. */
    settledAt: moment('settled_at'),
  },
  (table) => [primaryKey({ columns: [table.programme, table.person] })],
)
