import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedServer } from '../store/embedded/embedded-server.ts'
import { testDatabaseUrl } from './config.ts'
import { appRoleOf } from '../store/database-roles.ts'
import { prepareDatabase } from '../store/prepare-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the test server, without a database, as `postgres://user:password@host:port`. */
    serverUrl: string
  }
}

/** The migrated database that every test file's own is copied from. */
export const TEMPLATE = 'workplan_template'

/** One server for the whole run: that of TEST_DATABASE_URL, or an embedded one of its own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await openServer()
  await runOn(server.url, `drop database if exists ${TEMPLATE}`)
  await runOn(server.url, `create database ${TEMPLATE}`)
  const { password } = new URL(server.url)
  await prepareDatabase(
    { connectionString: `${server.url}/${TEMPLATE}` },
    appRoleOf(decodeURIComponent(password)),
  )
  provide('serverUrl', server.url)
  return server.stop
}

async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (testDatabaseUrl) {
    const { protocol, username, password, host } = new URL(testDatabaseUrl)
    return { url: `${protocol}//${username}:${password}@${host}`, stop: () => Promise.resolve() }
  }
  const folder = await mkdtemp(join(tmpdir(), 'workplan-test-'))
  const server = await startEmbeddedServer(folder, () => undefined)
  const { user, password, host, port } = server.address
  return {
    url: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}`,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${url}/postgres` })
  await client.connect()
  await client.query(statement)
  await client.end()
}
