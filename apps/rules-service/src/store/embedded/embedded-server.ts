import { readFile, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { CLUSTER, findPlace, hasCluster, openCluster, OWNER, readPassword } from './cluster-folder.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import { findPrograms, type Programs } from './programs.ts'
import { type Account, runProgram } from './run-program.ts'
import { serverAccount } from './server-account.ts'

/** How to connect to the embedded server. */
export interface ServerAddress {
  host: '127.0.0.1'
  port: number
  user: string
  password: string
  /** Said here because the driver takes what is not said from the variables of this account for other servers (PGSSLMODE, PGOPTIONS). */
  ssl: false
  options: string
}

export interface EmbeddedServer {
  address: ServerAddress
  /** True when a server of an earlier start was still running and is used again. */
  adopted: boolean
  /** Starts it again at the same address if it is not running. Throws EmbeddedDatabaseError. */
  revive(): Promise<void>
  /** Stops the server, unless somebody else is still connected to it. */
  stop(): Promise<void>
}

interface Cluster {
  folder: string
  programs: Programs
  account: Account
}

const START_ATTEMPTS = 5
const STOP_ATTEMPTS = 3
const RETRY_MS = 500
const SERVER_OPTIONS = '-N 60 -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC'

/**
 * Starts the embedded PostgreSQL on a free loopback port, making its files at the first start; one that is still
 * running is adopted. `report` is told about steps that take long. Throws EmbeddedDatabaseError.
 */
export async function startEmbeddedServer(
  dataFolder: string,
  report: (step: string) => void,
): Promise<EmbeddedServer> {
  const account = await serverAccount(join(dataFolder, CLUSTER))
  const place = await findPlace(dataFolder, account, report)
  const programs = await findPrograms(join(place, 'programs'), account)
  if (!(await hasCluster(place))) report('Making the database (once)')
  const folder = await openCluster(place, programs, account)
  const cluster = { folder, programs, account }
  let complaint = ''
  let launched = false
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const adopted = await isRunning(cluster)
    if (!adopted) complaint = await launch(cluster, await freePort())
    launched ||= !adopted && complaint === ''
    const address = await addressOf(folder)
    const refusal = address ? await refusalOf(address, folder) : 'it has no address yet'
    if (address && refusal === null)
      return {
        address,
        adopted,
        revive: () => revive(cluster, address),
        stop: () => stop(cluster, address),
      }
    if (adopted) complaint = await explainSilence(folder, refusal ?? '')
    complaint ||= refusal ?? ''
    // Somebody else may be starting it at the same time: give them a moment, then adopt theirs.
    await sleep(RETRY_MS * attempt)
  }
  // Nobody could use it, and nobody would stop it.
  if (launched) await runProgram(programs.pgCtl, stopArguments(folder), account)
  throw new EmbeddedDatabaseError(
    `The embedded database in ${folder} did not start. It said:\n${complaint}\n${await endOfLog(folder)}`.trim(),
  )
}

async function isRunning({ programs, folder, account }: Cluster): Promise<boolean> {
  return (await runProgram(programs.pgCtl, ['status', '-D', folder], account)).status === 0
}

/** Starts the server; answers what went wrong, or nothing. */
async function launch({ programs, folder, account }: Cluster, port: number): Promise<string> {
  const options = `-p ${port} ${SERVER_OPTIONS}`
  const args = [
    'start',
    '-D',
    folder,
    '-w',
    '-t',
    '60',
    '-s',
    '-l',
    join(folder, 'server.log'),
    '-o',
    options,
  ]
  const { status, output } = await runProgram(programs.pgCtl, args, account)
  return status === 0 ? '' : output
}

/** The address from the server's own file, of which line 4 is the port; null while there is none. */
async function addressOf(folder: string): Promise<ServerAddress | null> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const port = Number(lines[3])
  if (!Number.isInteger(port) || port <= 0) return null
  const password = await readPassword(folder)
  return { host: '127.0.0.1', port, user: OWNER, password, ssl: false, options: '-c timezone=UTC' }
}

/**
 * Why the server at the address cannot be used, or null when it can. A process id in `postmaster.pid` may have been
 * given to another process since, and the port to another server: only one that keeps this folder is ours.
 */
async function refusalOf(address: ServerAddress, folder: string): Promise<string | null> {
  const client = new Client({ ...address, database: 'postgres', connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    const found = await realpath(rows[0]?.data_directory ?? '')
    if (found === (await realpath(folder))) return null
    return `the server on port ${address.port} keeps ${found}`
  } catch (error) {
    return `no answer on port ${address.port}: ${(error as Error).message}`
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What to say when a process that is alive has the number of the server, and is not it. */
async function explainSilence(folder: string, refusal: string): Promise<string> {
  const file = join(folder, 'postmaster.pid')
  const [processId] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  if (!processId) return refusal
  return (
    `${file} names process ${processId}, which runs and does not answer as this database (${refusal}). ` +
    'If no database runs in that folder, remove that file and start again.'
  )
}

/** The address stays: those who use the server know no other. */
async function revive(cluster: Cluster, address: ServerAddress): Promise<void> {
  const complaint = (await isRunning(cluster)) ? '' : await launch(cluster, address.port)
  if (complaint) throw new EmbeddedDatabaseError(`The embedded database did not start again: ${complaint}`)
}

async function stop(cluster: Cluster, address: ServerAddress): Promise<void> {
  const { programs, folder, account } = cluster
  if (!(await isRunning(cluster)) || (await hasOtherClients(address))) return
  const { status, output } = await runProgram(programs.pgCtl, stopArguments(folder), account)
  if (status !== 0) throw new EmbeddedDatabaseError(`The embedded database did not stop. It said:\n${output}`)
}

function stopArguments(folder: string): string[] {
  return ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60', '-s']
}

/** A second service may have adopted this server; it would not survive having it taken away. */
async function hasOtherClients(address: ServerAddress): Promise<boolean> {
  for (let attempt = 1; attempt <= STOP_ATTEMPTS; attempt += 1) {
    const others = await countOtherClients(address)
    if (others === 0) return false
    // Our own connections may be closed here and not yet there.
    await sleep(RETRY_MS)
  }
  return true
}

async function countOtherClients(address: ServerAddress): Promise<number> {
  const client = new Client({ ...address, database: 'postgres', connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return rows[0]?.others ?? 0
  } catch {
    return 0
  } finally {
    await client.end().catch(() => undefined)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function endOfLog(folder: string): Promise<string> {
  const log = await readFile(join(folder, 'server.log'), 'utf8').catch(() => '')
  return log.split('\n').slice(-10).join('\n')
}
