import { sql } from 'drizzle-orm'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError, type DatabaseConfig } from '../config.ts'
import { createStore } from '../store/create-store.ts'
import { NewerSchemaError } from '../store/migrations.ts'
import { openEmptyDatabase } from '../testing/empty-database.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { openHeadsFile } from './heads-folder.ts'
import { verifyEverything } from './verify-everything.ts'
import { createWitness } from './witness.ts'

let root: string
let service: TestService
let config: DatabaseConfig & { headsFolder: string }
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'workplan-verify-'))
})
afterAll(() => rm(root, { recursive: true }))

async function withHeads(): Promise<void> {
  service = await openTestService({ programmes: [] })
  const headsFolder = await mkdtemp(join(root, 'heads-'))
  config = {
    databaseUrl: service.opened.url,
    ownerUrl: service.opened.ownerUrl,
    dataFolder: root,
    headsFolder,
  }
  const { database, rules, now } = service.context
  const log = { error: () => undefined }
  const witness = createWitness({ now, log, file: await openHeadsFile(headsFolder) })
  const store = createStore({ database, rules, now, witness })
  for (const id of ['alpha', 'beta']) await store.addProgramme(smallProgramme(id), [])
  await witness.close()
}

const found = async (other: Partial<DatabaseConfig> = {}) => {
  const { sound, lines } = await verifyEverything({ ...config, ...other })
  return { sound, text: lines.join('\n') }
}

describe('verifying everything', () => {
  beforeEach(async () => {
    await withHeads()
    return () => service.close()
  })

  it('finds nothing wrong where nothing is', async () => {
    const { sound, text } = await found()
    expect(sound).toBe(true)
    expect(text).toMatch(/whole {3}alpha: .* compared with 1 signed heads[\s\S]*2 of 2 programmes/)
    expect(text).not.toContain('note')
  })

  it('finds a journal whose programme is gone, and says who cannot', async () => {
    await service.opened.database.transaction(async (db) => {
      await db.execute(sql`set local session_replication_role = replica`)
      await db.execute(sql`delete from programmes where id = 'beta'`)
    })
    const whole = await found({ headsFolder: null })
    expect(whole.sound).toBe(false)
    expect(whole.text).toContain('DIFFERS beta, table programmes, beta: it is in the journal')
    const asService = await found({ headsFolder: null, ownerUrl: null })
    expect(asService.text).toContain('Set DATABASE_OWNER_URL to look for those too')
  })

  it.each([
    ['is empty', (path: string) => writeFile(path, '')],
    ['is gone', (path: string) => rm(path)],
    ['has no line that can be read', (path: string) => writeFile(path, 'x\n')],
  ])('is not sound when the file of heads %s', async (_name, damage) => {
    await damage(join(config.headsFolder, 'heads.jsonl'))
    const { sound, text } = await found()
    expect(sound).toBe(false)
    expect(text).toContain('BROKEN  heads.jsonl: there is no head in')
  })

  it('is not sound when the heads of one journal are gone, or were never there', async () => {
    const path = join(config.headsFolder, 'heads.jsonl')
    const lines = (await readFile(path, 'utf8')).split('\n')
    await writeFile(path, lines.filter((line) => !line.includes('"beta"')).join('\n'))
    const { sound, text } = await found()
    expect(sound).toBe(false)
    expect(text).toMatch(
      /BROKEN {2}heads.jsonl: there is no head of beta in .*, and \d+ rows: they were removed/,
    )
    expect(text).not.toContain('no head of alpha')
    await service.signIn('person.sro')
    expect((await found()).text).toContain('there is no head of sign-ins and roles in')
  })

  it('refuses a folder for heads without any that was chosen, and not one that nobody chose', async () => {
    await expect(found({ headsFolder: join(root, 'nothing') })).rejects.toThrow(
      /WORKPLAN_HEADS names .*nothing, and there are no signed heads/,
    )
    expect((await found({ headsFolder: null })).text).toContain('There are no signed heads outside')
  })
})

describe('what cannot be verified', () => {
  it('is said of an empty database, and of tables of an older version or a newer one', async () => {
    const empty = await openEmptyDatabase()
    const ofEmpty = { databaseUrl: empty.connection.connectionString, ownerUrl: null, dataFolder: root }
    await expect(verifyEverything({ ...ofEmpty, headsFolder: null })).rejects.toThrow(
      new ConfigError(
        'The database is empty: there is no journal to verify. Is DATABASE_URL, or WORKPLAN_DATA, right?',
      ),
    )
    await empty.close()
    await withHeads()
    const { database } = service.opened
    await database.execute(
      sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
    )
    await expect(found()).rejects.toThrow(
      /older version of Workplan: \d+ of \d+ steps .* Start this version once/,
    )
    await database.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`,
    )
    await expect(found()).rejects.toThrow(NewerSchemaError)
    await service.close()
  })
})
