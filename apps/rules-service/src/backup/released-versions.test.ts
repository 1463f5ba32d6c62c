import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createStore } from '../store/create-store.ts'
import { appliedMigrations, readMigrations } from '../store/migrations.ts'
import { openEmptyDatabase } from '../testing/empty-database.ts'
import { lateTaskRules } from '../testing/small-programme.ts'
import { verifyArchive } from './read-archive.ts'
import { restoreBackup } from './restore-backup.ts'

const FOLDER = join(import.meta.dirname, 'fixtures')
const now = () => new Date()
const names = readMigrations().map(({ name }) => name)
const fixtures = (await readdir(FOLDER)).map((file) => file.replace('.tar', '')).toSorted()

describe('backups of earlier versions', () => {
  it('are kept for every migration that was released, one each (`pnpm release:fixture` makes them)', async () => {
    const sums = await readFile(join(import.meta.dirname, '../../drizzle/SHA256SUMS'), 'utf8')
    const released = [...sums.matchAll(/ {2}(\S+)\.sql$/gm)].map(([, name]) => name)
    expect(fixtures).toEqual(released)
  })

  it.each(fixtures)(
    '%s is restored and brought up to date, with every row and a whole journal',
    async (name) => {
      const from = join(FOLDER, `${name}.tar`)
      const made = await verifyArchive(from)
      expect(made.migrations.map((migration) => migration.name)).toEqual(
        names.slice(0, names.indexOf(name) + 1),
      )
      const empty = await openEmptyDatabase()
      const { verified } = await restoreBackup(
        empty.connection,
        { from, replace: false, now },
        () => undefined,
      )
      expect(verified.map(({ programme, fault }) => ({ programme, fault }))).toEqual([
        { programme: 'alpha', fault: null },
        { programme: 'beta', fault: null },
      ])
      expect(await empty.database.transaction((db) => appliedMigrations(db))).toBe(names.length)
      for (const { name: table, rows } of made.tables) {
        const found = await empty.database.execute(
          sql`select count(*)::int as rows from ${sql.identifier(table)}`,
        )
        expect({ table, rows: found.rows[0]?.['rows'] }).toEqual({ table, rows })
      }
      const store = createStore({ database: empty.database, rules: lateTaskRules(), now })
      const programme = await store.readProgramme('alpha')
      expect(programme.state.records.task.map(({ progress }) => progress)).toEqual(['Two', null])
      expect(programme.flags.size).toBe(2)
      await empty.close()
    },
  )
})
