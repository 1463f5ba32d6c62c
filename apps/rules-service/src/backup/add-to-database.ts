import { sql } from 'drizzle-orm'
import { escapeIdentifier } from 'pg'
import type { Transaction } from '../store/database.ts'
import { BackupError } from './backup-error.ts'
import { type BackupTable, columnsIn, isShared, orderOf, readTables } from './backup-tables.ts'
import { tableDigest } from './table-lines.ts'

/**
 * Copies one programme from the schema `public` to the tables of another, whose other programmes stay as they are.
 * People and accounts that are known there already are left as they are. Throws BackupError when the programme is
 * there, or when somebody there has the same id or e-mail address and may be somebody else.
 */
export async function addToDatabase(db: Transaction, programme: string, schema: string): Promise<void> {
  await refuseClashes(db, programme, schema)
  await db.execute(
    sql.raw(
      `create temporary table known_users on commit drop as select id from ${escapeIdentifier(schema)}.auth_users`,
    ),
  )
  const scope = { programme }
  for (const table of await readTables(db)) {
    await copyRows(db, table, programme, schema)
    if (isShared(table)) continue
    const [made, there] = [await tableDigest(db, table, scope), await tableDigest(db, table, scope, schema)]
    if (made.sha256 !== there.sha256)
      throw new BackupError(`The table ${table.name} does not read as it was written. Nothing was restored.`)
  }
}

async function copyRows(
  db: Transaction,
  table: BackupTable,
  programme: string,
  schema: string,
): Promise<void> {
  const names = columnsIn(table, { programme })
    .map(({ name }) => escapeIdentifier(name))
    .join(', ')
  await db.execute(
    sql.raw(`insert into ${escapeIdentifier(schema)}.${escapeIdentifier(table.name)} (${names})
      select ${names} from public.${escapeIdentifier(table.name)} t
      where ${newcomers(table)} order by ${orderOf(table)}
      ${['people', 'auth_users'].includes(table.name) ? 'on conflict (id) do nothing' : ''}`),
  )
}

/** Nobody who is known already comes by another way to sign in. */
function newcomers(table: BackupTable): string {
  const ofUser =
    isShared(table) && table.name !== 'people' && table.columns.some(({ name }) => name === 'user_id')
  return ofUser ? 't.user_id not in (select id from known_users)' : 'true'
}

async function refuseClashes(db: Transaction, programme: string, schema: string): Promise<void> {
  const there = (table: string) => sql.raw(`${escapeIdentifier(schema)}.${table}`)
  const known = await db.execute(sql`select 1 from ${there('programmes')} where id = ${programme}`)
  if (known.rows.length > 0)
    throw new BackupError(
      `The database has the programme ${programme} already, and a journal is never overwritten. ` +
        'Restore it into a database of its own with --into.',
    )
  const { rows: people } = await db.execute<{ id: string }>(
    sql`select p.id from public.people p join ${there('people')} k using (id)
      where p.name <> k.name or p.user_id is distinct from k.user_id order by p.id`,
  )
  const { rows: users } = await db.execute<{ id: string }>(
    sql`select u.id from public.auth_users u join ${there('auth_users')} k
      on (u.id = k.id) <> (lower(u.email) = lower(k.email)) order by u.id`,
  )
  refuse('people', people)
  refuse('accounts', users)
}

/** Who is not surely the same must not come by the other's roles. */
function refuse(what: string, clashes: readonly { id: string }[]): void {
  if (clashes.length === 0) return
  throw new BackupError(
    `The database knows other ${what} under the same id or e-mail address: ${clashes.map(({ id }) => id).join(', ')}. ` +
      'Nothing was restored; restore the programme into a database of its own with --into.',
  )
}
