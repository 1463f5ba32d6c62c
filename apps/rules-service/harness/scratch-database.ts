import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { appRoleOf } from '../src/store/database-roles.ts'
import { startEmbeddedServer } from '../src/store/embedded/embedded-server.ts'
import { connect, type OpenDatabase } from '../src/store/open-database.ts'
import { testDatabaseUrl } from '../src/testing/config.ts'

/** A database of its own for one run, empty but for the tables, and a folder beside it. */
export interface ScratchDatabase {
  /** The address for `DATABASE_URL`, of the role that a service works by. */
  url: string
  /** The address for `DATABASE_OWNER_URL`. */
  ownerUrl: string
  host: string
  port: number
  folder: string
  /** The version of the server, as `18.4`. */
  version: string
  /** Connects as the owner, with connections of its own. */
  open(): Promise<OpenDatabase>
  remove(): Promise<void>
}

/** Makes it on the server of TEST_DATABASE_URL, or on an embedded one of its own. */
export async function makeScratchDatabase(): Promise<ScratchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'workplan-scratch-'))
  const server = testDatabaseUrl === undefined ? await embedded(folder) : given(testDatabaseUrl)
  const name = `scratch_${randomBytes(6).toString('hex')}`
  const onServer = (statement: string) => queryOn(withDatabase(server.url, 'postgres'), statement)
  const [{ server_version: version = '' } = {}] = await onServer('show server_version')
  await onServer(`create database ${name}`)
  const ownerUrl = withDatabase(server.url, name)
  const url = new URL(ownerUrl)
  const { hostname, port, password } = url
  const role = appRoleOf(decodeURIComponent(password))
  Object.assign(url, { username: role.name, password: role.password })
  return {
    url: url.href,
    ownerUrl,
    host: hostname,
    port: Number(port || 5432),
    folder,
    version: version.split(' ')[0] ?? '',
    open: () => connect({ connectionString: ownerUrl }, pino({ level: 'silent' }), () => Promise.resolve()),
    remove: async () => {
      await onServer(`drop database if exists ${name} with (force)`)
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same server, another database. */
function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function given(url: string): { url: string; stop: () => Promise<void> } {
  return { url, stop: () => Promise.resolve() }
}

async function embedded(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const { address, stop } = await startEmbeddedServer(folder, () => undefined)
  const { user, password, host, port } = address
  return { url: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/`, stop }
}

async function queryOn(connectionString: string, statement: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Record<string, string>>(statement)).rows
  } finally {
    await client.end()
  }
}
