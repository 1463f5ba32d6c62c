import { sql } from 'drizzle-orm'
import { escapeIdentifier, escapeLiteral } from 'pg'
import type { Transaction } from '../store/database.ts'
import { BackupError } from './backup-error.ts'

export interface BackupColumn {
  name: string
  /** As SQL says it. */
  type: string
  /** True when the database numbers the rows by it. */
  identity: boolean
  /** True when its order depends on the language of the database. */
  collated: boolean
}

/** A table as the database describes it. */
export interface BackupTable {
  name: string
  columns: BackupColumn[]
  /** The names of the columns of its primary key. */
  key: string[]
  /** The tables that its rows refer to. */
  refersTo: string[]
}

/** What is backed up: everything, or what belongs to one programme. */
export type Scope = { programme: string } | { programme: null }

/** Sessions end with the database they began in; the rest is of the moment, as which e-mail is being sent. */
const LEFT_OUT = new Set([
  'auth_sessions',
  'auth_verifications',
  'auth_rate_limits',
  'sign_in_attempts',
  'digests',
])

/** What is about everybody who signs in here, and stays when one programme moves. */
const OF_THE_SERVICE = new Set(['security_journal', 'invitations'])

/** The tables that programmes share. Of these, one programme takes along its members and whoever changed something. */
const SHARED = new Set(['people', 'auth_users', 'auth_accounts', 'auth_two_factors'])

/** The tables to back up, in an order in which none refers to a later one. */
export async function readTables(db: Transaction, schema = 'public'): Promise<BackupTable[]> {
  const { rows } = await db.execute<{ tables: BackupTable[] | null }>(sql`
    select json_agg(t order by t.name collate "C") as tables from (
      select c.relname::text as name,
        (select coalesce(json_agg(json_build_object(
            'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
            'identity', a.attidentity <> '', 'collated', a.attcollation <> 0) order by a.attnum), '[]')
          from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
        (select coalesce(json_agg(a.attname order by k.place), '[]')
          from pg_index i cross join unnest(i.indkey) with ordinality k(number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
          where i.indrelid = c.oid and i.indisprimary) as key,
        (select coalesce(json_agg(distinct r.relname), '[]')
          from pg_constraint f join pg_class r on r.oid = f.confrelid
          where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "refersTo"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ${schema} and c.relkind in ('r', 'p') and not c.relispartition
    ) t`)
  return inOrder((rows[0]?.tables ?? []).filter(({ name }) => !LEFT_OUT.has(name)))
}

/** True when rows of several programmes may refer to one row of the table. */
export function isShared({ name }: Pick<BackupTable, 'name'>): boolean {
  return SHARED.has(name)
}

/**
 * The columns that go into the archive. One programme's rows are numbered anew where they go, where the numbers are
 * taken.
 */
export function columnsIn({ columns }: BackupTable, { programme }: Scope): BackupColumn[] {
  return programme === null ? columns : columns.filter(({ identity }) => !identity)
}

/** The order of rows, the same on every server: that of their numbers where they have some, else that of the key. */
export function orderOf({ columns, key, name }: BackupTable): string {
  const numbered = columns.filter(({ identity }) => identity)
  const by = numbered.length > 0 ? numbered : columns.filter((column) => key.includes(column.name))
  if (by.length === 0)
    throw new BackupError(`The table ${name} has no primary key, and so no order to write it in.`)
  return by
    .map((column) => `t.${escapeIdentifier(column.name)}${column.collated ? ' collate "C"' : ''}`)
    .join(', ')
}

/** Which rows are in scope, as a condition over the table under the name `t`. */
export function conditionOf(table: BackupTable, { programme }: Scope, schema: string): string {
  if (programme === null) return 'true'
  const id = escapeLiteral(programme)
  const from = (name: string) => `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
  const people = `select person from ${from('memberships')} where programme = ${id}
    union select actor from ${from('journal')} where programme = ${id}`
  const users = `select user_id from ${from('people')} where id in (${people})`
  if (table.columns.some(({ name }) => name === 'programme')) return `t.programme = ${id}`
  if (OF_THE_SERVICE.has(table.name)) return 'false'
  switch (table.name) {
    case 'programmes':
      return `t.id = ${id}`
    case 'people':
      return `t.id in (${people})`
    case 'auth_users':
      return `t.id in (${users})`
    case 'auth_accounts':
    case 'auth_two_factors':
      return `t.user_id in (${users})`
    default:
      throw new BackupError(`Which rows of the table ${table.name} belong to one programme is not known.`)
  }
}

function inOrder(tables: readonly BackupTable[]): BackupTable[] {
  const ordered: BackupTable[] = []
  const waiting = new Map(tables.map((table) => [table.name, table]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ refersTo }) => !refersTo.some((name) => waiting.has(name)))
    if (ready.length === 0)
      throw new BackupError(`Tables refer to each other: ${[...waiting.keys()].join(', ')}.`)
    for (const table of ready) waiting.delete(table.name)
    ordered.push(...ready)
  }
  return ordered
}
