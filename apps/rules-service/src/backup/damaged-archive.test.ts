import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmptyDatabase, openEmptyDatabase } from '../testing/empty-database.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { openTestService } from '../testing/test-service.ts'
import { FORM, MANIFEST, type Manifest, READ_ME, readMe } from './archive-form.ts'
import { BackupError } from './backup-error.ts'
import { makeBackup } from './make-backup.ts'
import { entriesOf, verifyArchive } from './read-archive.ts'
import { restoreBackup } from './restore-backup.ts'
import { contentsOf } from './set-aside.ts'
import { createArchive } from './write-archive.ts'

const FLIPS = 300
const now = () => new Date()
const quiet = () => undefined
let folder: string
let bytes: Buffer
let manifest: Manifest
let target: EmptyDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-damaged-'))
  target = await openEmptyDatabase()
  const service = await openTestService()
  const to = join(folder, 'whole.tar')
  manifest = await makeBackup(
    service.opened.database,
    { scope: { programme: null }, to, headsFolder: null, now },
    quiet,
  )
  await service.close()
  bytes = await readFile(to)
})
afterAll(async () => {
  await target.close()
  await rm(folder, { recursive: true })
})

async function verifyBytes(content: Buffer): Promise<unknown> {
  const path = join(folder, 'damaged.tar')
  await writeFile(path, content)
  return verifyArchive(path).catch((error: unknown) => error)
}

/** Writes the archive anew, with sums that are right, and other content in one file. */
async function rewritten(name: string, content: Buffer): Promise<string> {
  const path = join(folder, `rewritten-${name}.tar`)
  await rm(path, { force: true })
  const archive = await createArchive(path)
  for await (const entry of entriesOf(join(folder, 'whole.tar')))
    await archive.add(entry.name, entry.name === name ? content : entry.content)
  await archive.finish()
  return path
}

const restore = (from: string) => restoreBackup(target.connection, { from, replace: false, now }, quiet)

describe('an archive', () => {
  it('is accepted as it was written', async () => {
    expect(await verifyArchive(join(folder, 'whole.tar'))).toEqual(manifest)
  })

  it(`is refused with any byte flipped (${FLIPS} places), naming where`, async () => {
    const random = seededRandom(11)
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const position = Math.floor(random() * bytes.length)
      const damaged = Buffer.from(bytes)
      damaged[position] = (damaged[position] ?? 0) ^ (1 << Math.floor(random() * 8))
      const refusal = await verifyBytes(damaged)
      expect(refusal, `byte ${position}`).toBeInstanceOf(BackupError)
      expect((refusal as Error).message, `byte ${position}`).toMatch(/byte|SHA256SUMS/)
    }
  })

  it('names the file and the bytes of a damaged part', async () => {
    const name = 'tables/journal/000001.ndjson.gz'
    const from = bytes.indexOf(name) + 512
    const damaged = Buffer.from(bytes)
    damaged[from + 40] = (damaged[from + 40] ?? 0) ^ 1
    expect(String(await verifyBytes(damaged))).toContain(`${name} (bytes ${from} to `)
  })

  it('is refused when it is cut off, or goes on after its end', async () => {
    const random = seededRandom(12)
    for (let cut = 0; cut < 40; cut += 1)
      expect(await verifyBytes(bytes.subarray(0, Math.floor(random() * bytes.length)))).toBeInstanceOf(
        BackupError,
      )
    expect(String(await verifyBytes(Buffer.concat([bytes, Buffer.from('x')])))).toContain(
      'damaged at its end',
    )
  })

  it('is refused when it is another file, or none', async () => {
    expect(String(await verifyBytes(Buffer.alloc(4096, 'x')))).toContain('not a backup of Workplan')
    await expect(verifyArchive(join(folder, 'absent.tar'))).rejects.toThrow('cannot be read (ENOENT)')
  })
})

describe('an archive with sums that are right', () => {
  it.each([
    ['of a later form', READ_ME, () => readMe.replace(`form ${FORM}`, `form ${FORM + 1}`), 'Use a newer one'],
    ['of a later version', MANIFEST, () => withMigration('0999_later'), 'with the migration 0999_later'],
    ['with other numbers of rows', MANIFEST, () => withoutRows(), 'was changed while it was read'],
    ['with other ends of journals', MANIFEST, () => withOtherHead(), 'ends of the journals are not those'],
  ])('%s is refused, and nothing is written', async (_name, file, content, refusal) => {
    await expect(restore(await rewritten(file, Buffer.from(content())))).rejects.toThrow(refusal)
    expect(await target.database.transaction((db) => contentsOf(db))).toBe('nothing')
  })
})

const withMigration = (name: string) =>
  JSON.stringify({ ...manifest, migrations: [...manifest.migrations, { name, hash: 'f'.repeat(64) }] })
const withoutRows = () =>
  JSON.stringify({
    ...manifest,
    tables: manifest.tables.map((table) =>
      table.name === 'journal' ? { ...table, rows: table.rows + 1 } : table,
    ),
  })
const withOtherHead = () =>
  JSON.stringify({ ...manifest, heads: manifest.heads.map((head) => ({ ...head, seq: head.seq + 1 })) })
