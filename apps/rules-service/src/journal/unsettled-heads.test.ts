import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBackup, readHeads } from '../backup/make-backup.ts'
import { prepareHeads } from '../backup/prepare-heads.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { alone } from '../store/migrate-database.ts'
import { openEmptyDatabase } from '../testing/empty-database.ts'
import { changeFirstTask } from '../testing/full-programme.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { openHeadsFile, readHeadsFile } from './heads-folder.ts'
import { settleLeftHeads } from './unsettled-heads.ts'
import { verifyEverything } from './verify-everything.ts'

const at = '2026-03-01T09:00:00.000Z'
const now = () => new Date(at)
const quiet = () => undefined
let root: string
let service: TestService
let archive: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'workplan-unsettled-'))
  service = await openTestService({ programmes: [{ state: smallProgramme('alpha') }] })
  archive = join(root, 'backup.tar')
  const request = { scope: { programme: null }, to: archive, headsFolder: null, now }
  await makeBackup(service.opened.database, request, quiet)
  await changeFirstTask(service.context.store, 'alpha', 'After the backup')
})
afterAll(async () => {
  await service.close()
  await rm(root, { recursive: true })
})

const headOfNow = async () => {
  const [head] = await service.opened.database.transaction((db) => readHeads(db, { programme: 'alpha' }))
  if (!head) throw new Error('There is no head.')
  return { ...head, at }
}

/** A restore beside a head that is further on, as it is when it was killed before its own heads were in place. */
async function cutOff(name: string, { committed }: { committed: boolean }) {
  const folder = join(root, name)
  const file = await openHeadsFile(folder)
  const beyond = await headOfNow()
  await file.append([file.sign(beyond)])
  const target = await openEmptyDatabase()
  const mark = `restore of ${name}`
  const restoring = restoreBackup(
    target.connection,
    {
      from: archive,
      replace: false,
      mark,
      now,
      inspect: async (_db, { heads }) => {
        const signed = heads.map((head) => ({ ...head, at }))
        await prepareHeads(folder, { heads: signed, goOn: false, mark, at })
        if (!committed) throw new Error('killed')
      },
    },
    quiet,
  )
  const outcome = await restoring.then(
    () => 'committed',
    (error: Error) => error.message,
  )
  expect(outcome).toBe(committed ? 'committed' : 'killed')
  const databaseUrl = target.connection.connectionString
  const config = { databaseUrl, ownerUrl: null, dataFolder: root, headsFolder: folder }
  const text = () => readFile(join(folder, 'heads.jsonl'), 'utf8')
  return { target, folder, file, beyond, config, text }
}

it('counts the heads of a restore that was killed when it was committed, and puts them in place at the next start', async () => {
  const { target, folder, file, beyond, config, text } = await cutOff('committed', { committed: true })
  const before = await text()
  const found = await verifyEverything(config)
  expect(found).toMatchObject({ sound: true })
  expect(found.lines.join('\n')).toContain('a restore was cut off before its signed heads were in place')
  expect(await text()).toBe(before)

  // Another service goes on with the file meanwhile.
  const other = { ...beyond, programme: 'gamma' }
  await file.append([file.sign(other)])
  const steps: string[] = []
  await settleLeftHeads(folder, target.database, (step) => steps.push(step))
  await file.append([file.sign({ ...other, seq: other.seq + 1 })])
  await file.close()
  const heads = (await readHeadsFile(folder))?.heads ?? []
  expect(heads.map(({ programme, seq }) => `${programme} ${seq}`)).toEqual([
    `alpha ${beyond.seq - 1}`,
    `gamma ${other.seq}`,
    `gamma ${other.seq + 1}`,
  ])
  expect(steps).toEqual(['Putting the signed heads in place of a restore that was cut off'])
  expect(await readFile(join(folder, 'heads.before-20260301090000.jsonl'), 'utf8')).toBe(before)
  expect(await readdir(folder)).not.toContain('heads.next.json')
  await target.close()
})

it('leaves the heads as they are when the restore was not committed', async () => {
  const { target, folder, file, config, text } = await cutOff('undone', { committed: false })
  const before = await text()
  await alone(target.connection, (db) => settleLeftHeads(folder, db, () => expect.unreachable()))
  expect(await text()).toBe(before)
  await expect(verifyEverything(config)).rejects.toThrow('The database is empty')
  await file.close()
  await target.close()
})
