import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { CLUSTER, OWNER, readPassword } from '../src/store/embedded/cluster-folder.ts'

const POLL_MS = 10

/** Ends the embedded server of a data folder, if it runs, and every process it started, without warning. */
export async function killDatabase(dataFolder: string): Promise<void> {
  const postmaster = await findPostmaster(dataFolder)
  if (postmaster !== null) await killPostmaster(postmaster)
}

/** The process of the embedded server of a data folder; null when it does not run. */
export async function findPostmaster(dataFolder: string): Promise<number | null> {
  const [line] = await postmasterLines(dataFolder)
  const postmaster = Number(line)
  return Number.isInteger(postmaster) && postmaster > 1 ? postmaster : null
}

/** Ends a server and every process it started, without warning. */
export async function killPostmaster(postmaster: number): Promise<void> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid='])
  const processes = stdout.split('\n').map((each) => each.trim().split(/\s+/).map(Number))
  const children = processes.flatMap(([pid, parent]) =>
    pid !== undefined && parent === postmaster ? [pid] : [],
  )
  // The parent first, so that it starts no more.
  for (const pid of [postmaster, ...children]) kill(pid)
}

/** Resolves when the server of a data folder takes queries; rejects after `withinMs`. */
export async function databaseAnswers(dataFolder: string, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs
  while (!(await answers(dataFolder))) {
    if (performance.now() > until) throw new Error('The database did not come back.')
    await sleep(POLL_MS)
  }
}

/** The address of the embedded server of a data folder, with one of its databases. */
export async function embeddedUrl(dataFolder: string, database: string): Promise<string> {
  const lines = await postmasterLines(dataFolder)
  const password = await readPassword(join(dataFolder, CLUSTER))
  return `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${Number(lines[3])}/${database}`
}

async function answers(dataFolder: string): Promise<boolean> {
  const client = new Client({ connectionString: await embeddedUrl(dataFolder, 'postgres') })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function postmasterLines(dataFolder: string): Promise<string[]> {
  return (await readFile(join(dataFolder, CLUSTER, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
