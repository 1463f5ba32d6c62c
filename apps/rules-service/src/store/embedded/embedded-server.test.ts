import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lateTaskRules, smallProgramme } from '../../testing/small-programme.ts'
import { createStore } from '../create-store.ts'
import { withClient } from '../migrate-database.ts'
import { DATABASE_NAME, openConfiguredDatabase } from '../open-database.ts'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'
import { serverAccount } from './server-account.ts'

let dataFolder: string
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'workplan-embedded-'))
})
afterAll(() => rm(dataFolder, { recursive: true }))

const log = pino({ level: 'silent' })
const quiet = () => undefined

async function ask(server: EmbeddedServer, query: string): Promise<unknown> {
  const client = new Client({ ...server.address, database: 'postgres' })
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}

describe('the embedded database', () => {
  it('is made at the first start only, safe against power loss and closed to others', async () => {
    const steps: string[] = []
    const first = await startEmbeddedServer(dataFolder, (step) => steps.push(step))
    expect(steps).toEqual(['Making the database (once)'])
    expect(first).toMatchObject({ adopted: false, address: { host: '127.0.0.1' } })
    expect(
      await ask(
        first,
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
           current_setting('full_page_writes') as pages, current_setting('data_checksums') as checksums,
           current_setting('listen_addresses') as addresses, current_setting('server_version_num')::int / 10000 as major`,
      ),
    ).toEqual({
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      checksums: 'on',
      addresses: '127.0.0.1',
      major: 18,
    })
    const file = await stat(join(dataFolder, 'pg18/password'))
    expect(file.mode & 0o777).toBe(0o600)
    const wrong = new Client({ ...first.address, password: 'password', database: 'postgres' })
    await expect(wrong.connect()).rejects.toThrow('password authentication failed')
    await first.stop()
    const second = await startEmbeddedServer(dataFolder, (step) => steps.push(step))
    expect(steps).toHaveLength(1)
    await second.stop()
  })

  it('is adopted when it is still running, and stays as long as somebody uses it', async () => {
    const first = await startEmbeddedServer(dataFolder, quiet)
    const second = await startEmbeddedServer(dataFolder, quiet)
    expect(second).toMatchObject({ adopted: true, address: first.address })
    const user = new Client({ ...second.address, database: 'postgres' })
    await user.connect()
    await first.stop()
    expect((await user.query('select 1 as alive')).rows).toEqual([{ alive: 1 }])
    await user.end()
    await second.stop()
    await expect(readFile(join(dataFolder, 'pg18/postmaster.pid'))).rejects.toThrow('ENOENT')
  })

  it('is one and the same for two that start at once', async () => {
    const [one, other] = await Promise.all([
      startEmbeddedServer(dataFolder, quiet),
      startEmbeddedServer(dataFolder, quiet),
    ])
    expect(other.address).toEqual(one.address)
    await one.stop()
  })

  it('keeps programmes, flags and journal over a restart', async () => {
    const open = async () => {
      const opened = await openConfiguredDatabase(
        { databaseUrl: null, ownerUrl: null, dataFolder },
        log,
        quiet,
      )
      const store = createStore({ database: opened.database, rules: lateTaskRules(), now: () => new Date() })
      return { opened, store }
    }
    const before = await open()
    await before.store.addProgramme(smallProgramme('alpha'), [])
    const programme = await before.store.readProgramme('alpha')
    const journal = await before.store.readJournal('alpha', { order: 'oldest-first', limit: 100 })
    await before.opened.close()

    const after = await open()
    expect(await after.store.readProgramme('alpha')).toEqual(programme)
    expect(await after.store.readJournal('alpha', { order: 'oldest-first', limit: 100 })).toEqual(journal)
    expect(programme.flags.size).toBe(2)
    await after.opened.close()
  })

  it('is refused, and stopped, while it is told not to write to the disk', async () => {
    const refused = join(dataFolder, 'refused')
    const server = await startEmbeddedServer(refused, quiet)
    await ask(server, 'alter system set fsync = off')
    await server.stop()
    await expect(
      openConfiguredDatabase({ databaseUrl: null, ownerUrl: null, dataFolder: refused }, log, quiet),
    ).rejects.toThrow(/fsync is off, .*set fsync = on in postgresql\.conf/)
    await expect(readFile(join(refused, 'pg18/postmaster.pid'))).rejects.toThrow('ENOENT')
  })

  it('is stopped again when a newer version has used it', async () => {
    const newer = join(dataFolder, 'newer')
    const config = { databaseUrl: null, ownerUrl: null, dataFolder: newer }
    await (await openConfiguredDatabase(config, log, quiet)).close()
    const server = await startEmbeddedServer(newer, quiet)
    await withClient({ ...server.address, database: DATABASE_NAME }, (client) =>
      client.query(
        `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9e15)`,
      ),
    )
    await server.stop()
    await expect(openConfiguredDatabase(config, log, quiet)).rejects.toThrow('a newer version of Workplan')
    await expect(readFile(join(newer, 'pg18/postmaster.pid'))).rejects.toThrow('ENOENT')
  }, 60_000)

  it.runIf(process.getuid?.() === 0)(
    'keeps its files where its account can go when root starts it in a closed folder',
    async () => {
      const closed = join(dataFolder, 'closed')
      await mkdir(closed, { mode: 0o700 })
      const steps: string[] = []
      const start = () => startEmbeddedServer(join(closed, 'data'), (step) => steps.push(step))
      const first = await start()
      await first.stop()
      const place = dirname(await readlink(join(closed, 'data/pg18')))
      expect(place).toMatch(/^\/var\/lib\/workplan-/)
      expect(steps[0]).toContain(`its files are in ${place}`)
      const second = await start()
      await second.stop()
      expect(steps).toHaveLength(2)
      await rm(place, { recursive: true })
    },
  )

  it('is not made anew in place of one that its link names and that is gone', async () => {
    const moved = join(dataFolder, 'moved')
    const lost = join(dataFolder, 'lost')
    await mkdir(moved)
    await symlink(join(lost, 'pg18'), join(moved, 'pg18'))
    await expect(startEmbeddedServer(moved, quiet)).rejects.toThrow(
      `${lost} is gone. Bring that folder back, or point the link at where it is now. To start anew`,
    )
    await expect(stat(lost)).rejects.toThrow('ENOENT')
  })

  it('says what to do when another process has the number of a server that was cut off', async () => {
    const cutOff = join(dataFolder, 'cut-off')
    await (await startEmbeddedServer(cutOff, quiet)).stop()
    const account = await serverAccount(join(cutOff, 'pg18'))
    const other = spawn('sleep', ['60'], account ? { uid: account.uid, gid: account.gid } : {})
    const file = join(cutOff, 'pg18/postmaster.pid')
    await writeFile(
      file,
      [other.pid, join(cutOff, 'pg18'), 1, 1, '', '127.0.0.1', '', 'ready', ''].join('\n'),
    )
    await expect(startEmbeddedServer(cutOff, quiet)).rejects.toThrow(
      `${file} names process ${other.pid}, which runs and does not answer as this database (no answer on port 1`,
    )
    other.kill()
    await rm(file)
    await (await startEmbeddedServer(cutOff, quiet)).stop()
  }, 60_000)

  it('does not take what this account sets for other servers', async () => {
    const other = join(dataFolder, 'other-servers')
    vi.stubEnv('PGSSLMODE', 'require')
    vi.stubEnv('PGOPTIONS', '-c no_such_setting=1')
    try {
      const server = await startEmbeddedServer(other, quiet)
      expect(server.adopted).toBe(false)
      await server.stop()
    } finally {
      vi.unstubAllEnvs()
    }
  }, 60_000)

  it.runIf(process.platform === 'linux')('is not made where nothing can be made', async () => {
    await expect(startEmbeddedServer('/proc/no/such', quiet)).rejects.toThrow('/proc/no/such cannot be made')
  })

  it.runIf(process.platform !== 'win32')('is not made in a folder whose name a shell would run', async () => {
    const folder = join(dataFolder, 'a `id` b')
    await expect(startEmbeddedServer(folder, quiet)).rejects.toThrow('has ` in its name')
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  it('says what to do when its folder cannot be made', async () => {
    const file = join(dataFolder, 'a-file')
    await writeFile(file, '')
    await expect(startEmbeddedServer(join(file, 'data'), quiet)).rejects.toThrow(
      /cannot be made \((ENOTDIR|EEXIST)\)\. Set WORKPLAN_DATA to a folder you can write/,
    )
  })
})
