import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Manifest } from '../backup/archive-form.ts'
import { makeBackup } from '../backup/make-backup.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { restoreWithHeads } from '../backup/restore-heads.ts'
import { type DatabaseConfig, readConfig } from '../config.ts'
import { readHeadsFile } from '../journal/heads-folder.ts'
import { withDatabaseForReading } from '../journal/open-for-reading.ts'
import { verificationOf } from '../journal/verification-lines.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { startService } from '../serve.ts'
import { withClient } from '../store/migrate-database.ts'
import { seededRandom, wholeNumber } from './seeded-random.ts'

export interface DrillRequest {
  /** How many changes are made before the backup. */
  changes: number
  seed: number
  /** A server to go through on the way, as its owner; null to stay with embedded databases. */
  through: string | null
}

export interface Drilled {
  /** What is not as it was; empty when the drill went well. */
  differences: string[]
  rows: number
  /** Milliseconds that the backup and the restore into a fresh embedded database took. */
  backupTook: number
  restoreTook: number
  /** The versions of PostgreSQL that the data went through. */
  versions: string[]
}

const PROGRAMMES = ['bnssg', 'northamptonshire']
const now = () => new Date()
const quiet = () => undefined

/**
 * Changes the example programmes at random, backs them up while the service runs, loses a later change with the database,
 * restores them into a fresh embedded one and compares tables, journals and the levels that a service over it serves.
 */
export async function drill({ changes, seed, through }: DrillRequest): Promise<Drilled> {
  const folder = await mkdtemp(join(tmpdir(), 'workplan-drill-'))
  // For root the server runs as another account, and would keep its files outside this folder if it could not enter.
  await chmod(folder, 0o711)
  // The database is lost, and the folder of the heads survives.
  const headsFolder = join(folder, 'heads')
  const first = configOf(join(folder, 'first'), headsFolder)
  const second = configOf(join(folder, 'second'), headsFolder)
  try {
    const { made, levels, backupTook } = await changeAndBackUp(first, join(folder, 'made.tar'), {
      changes,
      seed,
    })
    const passed = through === null ? [] : [await passThrough(through, join(folder, 'made.tar'), folder)]
    const from = join(folder, through === null ? 'made.tar' : 'passed.tar')
    const began = performance.now()
    await restoreWithHeads(second, { from, replace: false, now }, quiet)
    const restoreTook = performance.now() - began
    const again = await backUp(second, join(folder, 'again.tar'))
    const served = await levelsServed(second)
    return {
      differences: [
        ...passed.flatMap((manifest) => differencesOf(made, manifest)),
        ...differencesOf(made, again),
        ...(await brokenJournals(second)),
        ...(JSON.stringify(served) === JSON.stringify(levels) ? [] : ['The service serves other levels.']),
      ],
      rows: made.tables.reduce((total, { rows }) => total + rows, 0),
      backupTook,
      restoreTook,
      versions: [made, ...passed, again].map(({ postgresql }) => postgresql),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function expectMade({ status }: Response): void {
  if (status !== 201) throw new Error(`A change was answered with ${status}.`)
}

function configOf(dataFolder: string, headsFolder: string) {
  return readConfig({
    WORKPLAN_DATA: dataFolder,
    WORKPLAN_HEADS: headsFolder,
    PORT: '0',
    WORKPLAN_DEMO: '1',
    WORKPLAN_LOG: 'silent',
  })
}

type DrillConfig = ReturnType<typeof configOf>

async function changeAndBackUp(
  config: DrillConfig,
  to: string,
  { changes, seed }: Pick<DrillRequest, 'changes' | 'seed'>,
): Promise<{ made: Manifest; levels: unknown[]; backupTook: number }> {
  const service = await startService(config, quiet)
  try {
    const ask = await signedIn(service.address)
    const random = seededRandom(seed)
    const change = async (title: string) =>
      expectMade(
        await ask(`/api/programmes/${PROGRAMMES[wholeNumber(random, 0, 1)]}/tasks`, {
          title,
          workstream: null,
          audience: [random() < 0.5 ? 'adult' : 'children'],
          serves: [],
          due: `2022-0${wholeNumber(random, 1, 9)}-15`,
        }),
      )
    for (let number = 1; number <= changes; number += 1) await change(`Change ${number}`)
    const levels = await levelsFrom(ask)
    const began = performance.now()
    const made = await backUp(config, to)
    const backupTook = performance.now() - began
    await change('Lost with the database')
    return { made, levels, backupTook }
  } finally {
    await service.stop()
  }
}

function backUp(config: DatabaseConfig, to: string): Promise<Manifest> {
  return withDatabaseForReading(config, (database) =>
    makeBackup(database, { scope: { programme: null }, to, headsFolder: config.headsFolder, now }, quiet),
  )
}

/** Restores into a database of its own on the server, and backs it up from there as `passed.tar`. */
async function passThrough(server: string, from: string, folder: string): Promise<Manifest> {
  const name = `drill_${randomBytes(6).toString('hex')}`
  const url = new URL(server)
  url.pathname = '/postgres'
  const admin = { connectionString: url.href }
  url.pathname = `/${name}`
  await withClient(admin, (client) => client.query(`create database ${name}`))
  try {
    await restoreBackup({ connectionString: url.href }, { from, replace: false, now }, quiet)
    const config = { databaseUrl: url.href, ownerUrl: null, dataFolder: folder, headsFolder: null }
    return await backUp(config, join(folder, 'passed.tar'))
  } finally {
    await withClient(admin, (client) => client.query(`drop database ${name} with (force)`))
  }
}

function differencesOf(made: Manifest, again: Manifest): string[] {
  const found = new Map(again.tables.map((table) => [table.name, table.sha256]))
  return [
    ...made.tables
      .filter(({ name, sha256 }) => found.get(name) !== sha256)
      .map(({ name }) => `The table ${name} is not as it was (PostgreSQL ${again.postgresql}).`),
    ...(JSON.stringify(made.heads) === JSON.stringify(again.heads) ? [] : ['The journals end otherwise.']),
  ]
}

async function brokenJournals(config: DrillConfig): Promise<string[]> {
  const outside = await readHeadsFile(config.headsFolder ?? '')
  const verified = await withDatabaseForReading(config, (database) =>
    verifyJournal(database, outside?.heads ?? []),
  )
  const { sound, lines } = verificationOf(verified, outside)
  return sound ? [] : lines
}

async function levelsServed(config: DrillConfig): Promise<unknown[]> {
  const service = await startService(config, quiet)
  try {
    return await levelsFrom(await signedIn(service.address))
  } finally {
    await service.stop()
  }
}

type Ask = (path: string, json?: unknown) => Promise<Response>

/** The levels of each programme; null for one that was never assessed. */
function levelsFrom(ask: Ask): Promise<unknown[]> {
  return Promise.all(
    PROGRAMMES.map(async (id) => {
      const answer = await ask(`/api/programmes/${id}/assessments/current/summary`)
      return answer.status === 404 ? null : answer.json()
    }),
  )
}

/** Requests in the name of the programme office. */
async function signedIn(address: string): Promise<Ask> {
  const session = await post(`${address}/api/session/demo`, { person: 'person.programme-office' }, '')
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return (path, json) =>
    json === undefined ? fetch(address + path, { headers: { cookie } }) : post(address + path, json, cookie)
}

function post(url: string, json: unknown, cookie: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
}
