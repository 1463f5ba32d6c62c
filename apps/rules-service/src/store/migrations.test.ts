import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EmptyDatabase, openEmptyDatabase } from '../testing/empty-database.ts'
import { alone, migrateDatabase } from './migrate-database.ts'
import { appliedMigrations, applyMigrations, NewerSchemaError, readMigrations } from './migrations.ts'

const FOLDER = join(import.meta.dirname, '../../drizzle')
let empty: EmptyDatabase
beforeEach(async () => {
  empty = await openEmptyDatabase()
})
afterEach(() => empty.close())

/** Every column, constraint, index, trigger and policy, as PostgreSQL describes them. */
async function schemaOf({ database }: EmptyDatabase): Promise<unknown> {
  const { rows } = await database.execute(`
    select format('%s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull) as line
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
    union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select format('%s %s %s', tablename, policyname, qual) from pg_policies order by 1`)
  return rows
}

const levelOf = ({ database }: EmptyDatabase) => database.transaction((db) => appliedMigrations(db))

describe('a migration that was released', () => {
  it('is never altered, and nothing comes before it (drizzle/SHA256SUMS)', async () => {
    const released = (await readFile(join(FOLDER, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n')
    const migrations = readMigrations().map(({ hash, name }) => `${hash}  ${name}.sql`)
    expect(migrations.slice(0, released.length)).toEqual(released)
  })
})

describe('migrations', () => {
  it('refuse the tables of a newer version, and leave them alone', async () => {
    await migrateDatabase(empty.connection)
    await empty.database.execute(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
    )
    const before = await schemaOf(empty)
    await expect(migrateDatabase(empty.connection)).rejects.toThrow(NewerSchemaError)
    expect(await schemaOf(empty)).toEqual(before)
  })

  it('that lose their connection half way leave nothing, and are whole the next time', async () => {
    const halfWay = alone(empty.connection, async (db) => {
      await applyMigrations(db, 2)
      await db.execute('select pg_terminate_backend(pg_backend_pid())')
    })
    await expect(halfWay).rejects.toThrow()
    expect(await schemaOf(empty)).toEqual([])
    await migrateDatabase(empty.connection)
    expect(await levelOf(empty)).toBe(readMigrations().length)
  })

  it('of a process that is killed half way leave what was there, and are whole the next time', async () => {
    await alone(empty.connection, (db) => applyMigrations(db, 2))
    const before = await schemaOf(empty)
    const blocker = new Client(empty.connection)
    await blocker.connect()
    // The third migration adds tables first and then waits for this one.
    await blocker.query('begin; lock table flags in access exclusive mode')
    const child = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { migrateDatabase } from ${JSON.stringify(join(import.meta.dirname, 'migrate-database.ts'))}
       await migrateDatabase(${JSON.stringify(empty.connection)})`,
    ])
    await vi.waitFor(
      async () => {
        const { rowCount } = await empty.database.execute(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        expect(rowCount).toBe(1)
      },
      { timeout: 40_000, interval: 50 },
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
    await blocker.query('rollback')
    await blocker.end()
    await vi.waitFor(async () => expect(await schemaOf(empty)).toEqual(before))
    await migrateDatabase(empty.connection)

    const fresh = await openEmptyDatabase()
    await migrateDatabase(fresh.connection)
    expect(await schemaOf(empty)).toEqual(await schemaOf(fresh))
    await fresh.close()
  }, 60_000)
})
