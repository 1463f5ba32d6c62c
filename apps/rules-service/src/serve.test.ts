import { request as httpRequest, type IncomingMessage } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startService, type RunningService } from './serve.ts'
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts'
import { testConfig } from './testing/test-service.ts'

interface Answer {
  status: number
  text: string
}

/** The real server over a real database, with the example programmes. */
let database: TestDatabase
let dataFolder: string
let service: RunningService
let cookie: string

const start = () => startService({ ...testConfig, databaseUrl: database.url, dataFolder }, () => undefined)

async function signIn(): Promise<string> {
  const answer = await fetch(`${service.address}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'person.programme-office' }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

beforeAll(async () => {
  database = await openTestDatabase()
  dataFolder = await mkdtemp(join(tmpdir(), 'workplan-serve-'))
  service = await start()
  cookie = await signIn()
})
afterAll(async () => {
  await service.stop()
  await database.close()
  await rm(dataFolder, { recursive: true })
})

/** Sends a PATCH in pieces, so that nothing but the end of the body says how long it is. */
function patchInPieces(path: string, pieces: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      `${service.address}${path}`,
      { method: 'PATCH', headers: { cookie, 'content-type': 'application/json', 'if-match': '"1"' } },
      (incoming: IncomingMessage) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.setHeader('transfer-encoding', 'chunked')
    for (const piece of pieces) outgoing.write(piece)
    outgoing.end()
  })
}

async function firstTask(): Promise<{ path: string; version: number }> {
  const answer = await fetch(`${service.address}/api/programmes/bnssg/tasks?limit=1`, { headers: { cookie } })
  const { items } = (await answer.json()) as { items: { version: number; task: { id: string } }[] }
  const [item] = items
  return { path: `/api/programmes/bnssg/tasks/${item?.task.id}`, version: item?.version ?? 0 }
}

/** Holds the lock that every change of a programme needs. */
async function lockProgramme(programme: string) {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query('begin')
  await client.query('select 1 from journal_heads where programme = $1 for update', [programme])
  return {
    somebodyWaits: () =>
      vi.waitFor(async () => {
        const { rowCount } = await database.pool.query(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
        expect(rowCount).toBe(1)
      }),
    release: async () => {
      await client.query('rollback')
      await client.end()
    },
  }
}

describe('the server', () => {
  it('loads the example programmes at the first start', async () => {
    const answer = await fetch(`${service.address}/api/programmes`, { headers: { cookie } })
    expect(await answer.json()).toMatchObject({ items: [{ id: 'bnssg' }, { id: 'northamptonshire' }] })
  })

  it('refuses a body over the limit that does not say how long it is, and changes nothing', async () => {
    const { path, version } = await firstTask()
    const pieces = ['{"progress":"', ...Array.from({ length: 40 }, () => 'x'.repeat(10_000)), '"}']
    const answer = await patchInPieces(path, pieces)
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'body-too-large' })
    expect((await firstTask()).version).toBe(version)
  })

  it('refuses one that says so', async () => {
    const { path } = await firstTask()
    const answer = await fetch(service.address + path, {
      method: 'PATCH',
      headers: { cookie, 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify({ progress: 'x'.repeat(300_000) }),
    })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'body-too-large' })
  })

  it('takes a small body in pieces', async () => {
    const { path } = await firstTask()
    const answer = await patchInPieces(path, ['{"progress":', '"In pieces"}'])
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      200,
      { item: { task: { progress: 'In pieces' } } },
    ])
  })

  it('makes a change once whose answer nobody waited for, and gives that answer when it is sent again', async () => {
    const { path, version } = await firstTask()
    const send = (signal?: AbortSignal) =>
      fetch(service.address + path, {
        method: 'PATCH',
        headers: {
          cookie,
          'content-type': 'application/json',
          'if-match': `"${version}"`,
          'idempotency-key': 'gone-away',
        },
        body: JSON.stringify({ progress: 'Sent and left' }),
        ...(signal && { signal }),
      })
    const lock = await lockProgramme('bnssg')
    const leaving = new AbortController()
    const left = send(leaving.signal)
    await lock.somebodyWaits()
    leaving.abort()
    await expect(left).rejects.toThrow()
    await lock.release()
    await vi.waitFor(async () => expect((await firstTask()).version).toBe(version + 1))
    const again = await send()
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({
      item: { version: version + 1, task: { progress: 'Sent and left' } },
    })
    expect((await firstTask()).version).toBe(version + 1)
  })

  it('answers what is no HTTP without falling over', async () => {
    const { port } = new URL(service.address)
    const text = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('PATCH / HTTP/1.1\r\nbad\r\n\r\n'))
      socket.on('data', (data) => resolve(data.toString()))
    })
    expect(text).toMatch(/^HTTP\/1\.1 400/)
    expect((await fetch(`${service.address}/livez`)).status).toBe(200)
  })

  it('compresses long answers', async () => {
    const answer = await fetch(`${service.address}/api/programmes/bnssg/tasks`, {
      headers: { cookie, 'accept-encoding': 'gzip' },
    })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(await answer.json()).toHaveProperty('items')
  })
})

describe('a stop', () => {
  it('ends the live streams, finishes what is under way and keeps everything for the next start', async () => {
    const { path, version } = await firstTask()
    const stream = await fetch(`${service.address}/api/programmes/bnssg/events`, { headers: { cookie } })
    const reading = stream.text()
    const lock = await lockProgramme('bnssg')
    const change = fetch(service.address + path, {
      method: 'PATCH',
      headers: { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify({ progress: 'Just before the stop' }),
    })
    await lock.somebodyWaits()
    const stopped = service.stop()
    expect((await fetch(`${service.address}/readyz`)).status).toBe(503)
    await vi.waitFor(() => expect(fetch(`${service.address}/livez`)).rejects.toThrow('fetch failed'), 5_000)
    await lock.release()
    expect((await change).status).toBe(200)
    await stopped
    expect(await reading).toContain(': connected')

    service = await start()
    expect(await firstTask()).toEqual({ path, version: version + 1 })
  })
})
