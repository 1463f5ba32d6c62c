import { bigint, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { authUsers } from './auth.ts'
import { people } from './people.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** One-time links by which people take up the place made for them. Only a hash of the link's secret is kept. */
export const invitations = pgTable(
  'invitations',
  {
    tokenHash: text('token_hash').primaryKey(),
    person: text('person')
      .notNull()
      .references(() => people.id),
    /** The local account that was begun with this link, until its first sign-in completes it. */
    user: text('user_id').references(() => authUsers.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull(),
    /** The id of the person who invited; `system` for the command that makes the first account. */
    createdBy: text('created_by').notNull(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
  },
  (table) => [index('invitations_by_person').on(table.person)],
)

/** Tries to sign in to one account, counted before anything is verified; shared by all instances. */
export const signInAttempts = pgTable('sign_in_attempts', {
  /** A hash of the account's address, also where there is no such account. */
  account: text('account').primaryKey(),
  count: integer('count').notNull(),
  /** When counting begins anew. */
  until: moment('until').notNull(),
})

/**
 * Who signed in, was refused, signed out, was invited or disabled: append-only and hash-chained like the journal of a
 * programme. It names people by id; a trigger refuses to alter or remove a row.
 */
export const securityJournal = pgTable(
  'security_journal',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    /** The id of the person who did it, `system`, or `nobody` where it is not known who. */
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    /** The id of the person it was done to; null where it is not known who. */
    person: text('person'),
    detail: jsonb('detail').$type<Record<string, string>>(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('security_journal_by_person').on(table.person)],
)
