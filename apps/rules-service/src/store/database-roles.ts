import { sql } from 'drizzle-orm'
import { createHmac } from 'node:crypto'
import type { Transaction } from './database.ts'

/** The role by which the service works: no superuser, no owner of a table, and held by row-level security. */
export interface AppRole {
  name: string
  password: string
}

/** Rows of these are only ever added. Of every other table they are changed and removed too. */
const APPEND_ONLY: ReadonlySet<string> = new Set([
  'journal',
  'decisions',
  'rule_settings',
  'security_journal',
])

const EXISTS_ALREADY = new Set(['42710', '23505'])

/** The role of a server of our own. Its password follows from the owner's, which cannot be found from it. */
export function appRoleOf(ownerPassword: string): AppRole {
  const name = 'workplan_app'
  return { name, password: createHmac('sha256', ownerPassword).update(name).digest('base64url') }
}

/** As the owner: makes the role unless it is there, and gives it what it needs of each table, and no more. */
export async function prepareAppRole(db: Transaction, role: AppRole): Promise<void> {
  await createRole(db, role)
  const name = sql.identifier(role.name)
  const tables = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  for (const table of tables.rows) {
    const rights = APPEND_ONLY.has(table.name) ? 'select, insert' : 'select, insert, update, delete'
    await db.execute(sql`revoke all on ${sql.identifier(table.name)} from ${name}`)
    await db.execute(sql`grant ${sql.raw(rights)} on ${sql.identifier(table.name)} to ${name}`)
  }
  await db.execute(sql`grant usage on schema public, drizzle to ${name}`)
  await db.execute(sql`grant select on drizzle.__drizzle_migrations to ${name}`)
}

async function createRole(db: Transaction, { name, password }: AppRole): Promise<void> {
  const found = await db.execute(sql`select 1 from pg_roles where rolname = ${name}`)
  if (found.rowCount) return
  // A statement that makes a role takes no parameters.
  const literal = password.replaceAll("'", "''").replaceAll('\\', '\\\\')
  await db
    .transaction((inner) =>
      inner.execute(sql`create role ${sql.identifier(name)} login password ${sql.raw(`E'${literal}'`)}`),
    )
    .catch((error: { cause?: { code?: string } }) => {
      // Somebody who prepares another database of the same server made it.
      if (!EXISTS_ALREADY.has(error.cause?.code ?? '')) throw error
    })
}

/** Roles of PostgreSQL itself whose members write past the grants of a table, or reach the server's files and programs. */
const PREDEFINED = [
  'pg_write_all_data',
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_execute_server_program',
]

/** Why the role of this connection must not be the one the service works by, and what to do; empty when it may. */
export async function faultsOfRole(db: Transaction): Promise<string[]> {
  const { rows } = await db.execute<{
    superuser: boolean
    bypasses: boolean
    makes: boolean
    owns: boolean
  }>(sql`
    select rolsuper as superuser, rolbypassrls as bypasses, rolcreaterole as makes, exists(
      select relowner as owner from pg_class where relnamespace = any(${WORKPLANS}) and pg_has_role(current_user, relowner, 'member')
      union all
      select proowner from pg_proc where pronamespace = any(${WORKPLANS}) and pg_has_role(current_user, proowner, 'member')
    ) as owns from pg_roles where rolname = current_user`)
  const [role] = rows
  if (!role || role.superuser) return ['it is a superuser']
  return [
    ...(role.bypasses ? ['it bypasses row-level security'] : []),
    ...(role.owns ? ['it owns tables or functions of Workplan, or may become their owner'] : []),
    ...(role.makes ? ['it may make roles and give rights (CREATEROLE)'] : []),
    ...(await strongMemberships(db)),
    ...(await ownedPlaces(db)),
  ]
}

/** The schemas with what is Workplan's. */
const WORKPLANS = sql`array(select oid from pg_namespace where nspname in ('public', 'drizzle'))`

/** The roles it may become, or has the rights of, that the service must not be. */
async function strongMemberships(db: Transaction): Promise<string[]> {
  const { rows } = await db.execute<{ name: string; what: string }>(sql`
    select rolname::text as name, case
        when rolsuper then 'is a superuser'
        when rolbypassrls then 'bypasses row-level security'
        when rolcreaterole then 'may make roles and give rights (CREATEROLE)'
        else 'gets round the rights to tables' end as what
      from pg_roles
      where rolname <> current_user and pg_has_role(current_user, oid, 'member') and (
        rolsuper or rolbypassrls or rolcreaterole or rolname in (${sql.join(
          PREDEFINED.map((name) => sql`${name}`),
          sql`, `,
        )}))
      order by rolname`)
  return rows.map(
    ({ name, what }) =>
      `it is a member of ${name}, itself or by a role between, which ${what} (take it out with REVOKE)`,
  )
}

/** What its owner can change without owning a table in it: the guards could be put aside with all that they guard. */
async function ownedPlaces(db: Transaction): Promise<string[]> {
  // Of new databases, the schema belongs to whoever owns the database.
  const { rows } = await db.execute<{ place: string }>(sql`
    select 'database ' || datname as place from pg_database
      where datname = current_database() and pg_has_role(current_user, datdba, 'member')
    union all
    select 'schema ' || nspname from pg_namespace
      where oid = any(${WORKPLANS}) and nspowner <> 'pg_database_owner'::regrole and pg_has_role(current_user, nspowner, 'member')
    order by 1`)
  return rows.map(
    ({ place }) =>
      `it owns the ${place}, or may become its owner (give that to the owner of the tables: alter ${place} owner to ...)`,
  )
}
