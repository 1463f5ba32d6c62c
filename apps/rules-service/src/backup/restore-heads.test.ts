import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHeadsFile, readHeadsFile } from '../journal/heads-folder.ts'
import type { WitnessedHead } from '../journal/signed-head.ts'
import { verificationOf } from '../journal/verification-lines.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { readSecurityHead, SECURITY_CHAIN } from '../sign-in/security-journal.ts'
import { openEmptyDatabase } from '../testing/empty-database.ts'
import { changeFirstTask } from '../testing/full-programme.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { makeBackup, readHeads } from './make-backup.ts'
import { restoreWithHeads } from './restore-heads.ts'

const at = '2026-03-01T09:00:00.000Z'
const now = () => new Date(at)
const quiet = () => undefined
let folder: string
let service: TestService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-heads-'))
  service = await openTestService({ programmes: [{ state: smallProgramme('alpha') }] })
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

const headNow = async (from = service, programme = 'alpha'): Promise<WitnessedHead> => {
  const [head] = await from.opened.database.transaction((db) => readHeads(db, { programme }))
  if (!head) throw new Error('There is no head.')
  return { ...head, at }
}

/** Restores a backup of now into an empty database, beside the heads that `kept` gives after it was made. */
async function restoredBeside(name: string, kept: () => Promise<WitnessedHead[]>) {
  const from = join(folder, `${name}.tar`)
  const headsFolder = join(folder, name)
  const { database } = service.opened
  await makeBackup(database, { scope: { programme: null }, to: from, headsFolder: null, now }, quiet)
  const file = await openHeadsFile(headsFolder)
  await file.append((await kept()).map((head) => file.sign(head)))
  await file.close()
  const before = await readFile(join(headsFolder, 'heads.jsonl'), 'utf8')
  const target = await openEmptyDatabase()
  const databaseUrl = target.connection.connectionString
  const { headsKeptIn } = await restoreWithHeads(
    { databaseUrl, ownerUrl: null, dataFolder: folder, headsFolder },
    { from, replace: false, now },
    quiet,
  )
  const outside = await readHeadsFile(headsFolder)
  const { sound } = verificationOf(await verifyJournal(target.database, outside?.heads ?? []), outside)
  await target.close()
  const files = await readdir(headsFolder)
  const aside = files.find((each) => each.startsWith('heads.before-')) ?? null
  const asideIsBefore = aside !== null && (await readFile(join(headsFolder, aside), 'utf8')) === before
  return { sound, heads: outside?.heads.length, headsKeptIn, aside, asideIsBefore }
}

const setAside = {
  sound: true,
  heads: 1,
  headsKeptIn: 'heads.before-20260301090000.jsonl',
  aside: 'heads.before-20260301090000.jsonl',
  asideIsBefore: true,
}

it('sets heads aside that go beyond the backup, as after a disaster, so that the journal is not reported as cut', async () => {
  const kept = async () => {
    const first = await headNow()
    await changeFirstTask(service.context.store, 'alpha', 'After the backup')
    return [first, await headNow()]
  }
  expect(await restoredBeside('beyond', kept)).toEqual(setAside)
})

it('sets heads of another journal aside, though the restored one is longer', async () => {
  const kept = async () => [{ ...(await headNow()), seq: 1, hash: '0'.repeat(64) }]
  expect(await restoredBeside('other', kept)).toEqual(setAside)
})

it('sets heads of a programme aside that the backup does not have', async () => {
  const kept = async () => [{ ...(await headNow()), programme: 'beta' }]
  expect(await restoredBeside('unknown', kept)).toEqual(setAside)
})

it('goes on with the heads that are of the restored journals', async () => {
  const earlier = await headNow()
  await changeFirstTask(service.context.store, 'alpha', 'Before the backup')
  const kept = async () => [earlier, await headNow()]
  expect(await restoredBeside('same', kept)).toEqual({
    sound: true,
    heads: 3,
    headsKeptIn: null,
    aside: null,
    asideIsBefore: false,
  })
})

it('goes on with heads of sign-ins that the backup has, and sets aside those beyond it', async () => {
  await service.signIn('person.sro')
  const ofSignIns = async () => {
    const head = await readSecurityHead(service.opened.database)
    if (!head) throw new Error('Nobody has signed in.')
    return { ...head, programme: SECURITY_CHAIN, at }
  }
  const same = await restoredBeside('same sign-ins', async () => [await headNow(), await ofSignIns()])
  expect(same).toMatchObject({ sound: true, heads: 2, aside: null })
  const kept = async () => {
    await service.signIn('person.sro')
    return [await headNow(), await ofSignIns()]
  }
  expect(await restoredBeside('later sign-ins', kept)).toEqual(setAside)
  const signed = await readHeadsFile(join(folder, 'later sign-ins'))
  expect(signed?.security).toMatchObject([{ seq: (await ofSignIns()).seq - 1 }])
})

it('sets heads of one programme aside that is restored alone, and goes on with those of the others', async () => {
  const [archive, headsFolder] = [join(folder, 'alone.tar'), join(folder, 'alone')]
  const request = { scope: { programme: 'alpha' }, to: archive, headsFolder: null, now }
  await makeBackup(service.opened.database, request, quiet)
  const restored = await headNow()
  await changeFirstTask(service.context.store, 'alpha', 'After the backup of one')
  const other = await openTestService({ programmes: [{ state: smallProgramme('gamma') }] })
  const gamma = await headNow(other, 'gamma')
  const file = await openHeadsFile(headsFolder)
  // Open all the while, as by the service.
  await file.append([await headNow(), gamma].map(file.sign))

  const databaseUrl = other.opened.connection.connectionString ?? ''
  const { headsKeptIn } = await restoreWithHeads(
    { databaseUrl, ownerUrl: null, dataFolder: folder, headsFolder },
    { from: archive, replace: false, now },
    quiet,
  )
  await changeFirstTask(other.context.store, 'gamma', 'After the restore of another')
  const later = await headNow(other, 'gamma')
  await file.append([file.sign(later)])
  await file.close()
  const outside = await readHeadsFile(headsFolder)
  const { sound } = verificationOf(await verifyJournal(other.opened.database, outside?.heads ?? []), outside)
  await other.close()
  expect({ headsKeptIn, heads: outside?.heads, sound }).toEqual({
    headsKeptIn: 'heads.before-20260301090000.jsonl',
    heads: [gamma, restored, later],
    sound: true,
  })
})

it('restores nothing where the ends of the journals cannot be signed', async () => {
  const [from, headsFolder] = [join(folder, 'unsigned.tar'), join(folder, 'a file, no folder')]
  await makeBackup(
    service.opened.database,
    { scope: { programme: null }, to: from, headsFolder: null, now },
    quiet,
  )
  await writeFile(headsFolder, '')
  const target = await openEmptyDatabase()
  const databaseUrl = target.connection.connectionString
  await expect(
    restoreWithHeads(
      { databaseUrl, ownerUrl: null, dataFolder: folder, headsFolder },
      { from, replace: false, now },
      quiet,
    ),
  ).rejects.toThrow(headsFolder)
  const { rows } = await target.database.execute(`select 1 from pg_tables where schemaname = 'public'`)
  await target.close()
  expect(rows).toEqual([])
})

it('restores nothing where the service would work by the owner of the tables', async () => {
  const from = join(folder, 'strong.tar')
  await makeBackup(
    service.opened.database,
    { scope: { programme: null }, to: from, headsFolder: null, now },
    quiet,
  )
  const target = await openEmptyDatabase()
  const databaseUrl = target.connection.connectionString
  await expect(
    restoreWithHeads(
      { databaseUrl, ownerUrl: databaseUrl, dataFolder: folder, headsFolder: null },
      { from, replace: false, now },
      quiet,
    ),
  ).rejects.toThrow('the service must not')
  const { rows } = await target.database.execute(`select 1 from pg_tables where schemaname = 'public'`)
  await target.close()
  expect(rows).toEqual([])
})

it('says that all is restored where only the role of the service cannot work with it', async () => {
  const from = join(folder, 'unready.tar')
  await makeBackup(
    service.opened.database,
    { scope: { programme: null }, to: from, headsFolder: null, now },
    quiet,
  )
  const target = await openEmptyDatabase()
  const ownerUrl = target.connection.connectionString
  const asService = new URL(ownerUrl)
  Object.assign(asService, { username: 'workplan_app', password: 'not its password' })
  await expect(
    restoreWithHeads(
      { databaseUrl: asService.href, ownerUrl, dataFolder: folder, headsFolder: null },
      { from, replace: false, now },
      quiet,
    ),
  ).rejects.toThrow('All is restored, but the role of DATABASE_URL cannot work with it')
  const { rows } = await target.database.execute('select id from programmes')
  await target.close()
  expect(rows).toEqual([{ id: 'alpha' }])
})
