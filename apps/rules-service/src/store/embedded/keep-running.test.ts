import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'
import { keepRunning } from './keep-running.ts'

let folder: string
let server: EmbeddedServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-kept-'))
  server = await startEmbeddedServer(folder, () => undefined)
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const processId = async () =>
  Number((await readFile(join(folder, 'pg18/postmaster.pid'), 'utf8')).split('\n')[0])

async function answers(): Promise<void> {
  const client = new Client({ ...server.address, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  await client.end()
}

it('starts an embedded database that was killed again, at the same address, and leaves a stopped one alone', async () => {
  const unwatch = await keepRunning(server, { warn: () => undefined })
  const before = await processId()
  process.kill(before, 'SIGKILL')
  await vi.waitFor(
    async () => {
      expect(await processId()).not.toBe(before)
      await answers()
    },
    { timeout: 15_000, interval: 100 },
  )
  await unwatch()
  await server.stop()
  await expect(answers()).rejects.toThrow('ECONNREFUSED')
})
