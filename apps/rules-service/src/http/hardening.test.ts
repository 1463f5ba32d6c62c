import { connect } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningService, startService } from '../serve.ts'
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { expectProblem, openServiceOver, testConfig, type TestService } from '../testing/test-service.ts'
import { securityHeadersOf } from './security-headers.ts'

const publicUrl = 'https://workplan.example'
const expected = Object.entries(securityHeadersOf({ publicUrl }))
const expectedOnHttp = Object.entries(securityHeadersOf({ publicUrl: null }))

let database: TestDatabase
let dataFolder: string
let server: RunningService
let service: TestService
beforeAll(async () => {
  database = await openTestDatabase()
  dataFolder = await mkdtemp(join(tmpdir(), 'workplan-hardening-'))
  server = await startService(
    { ...testConfig, demonstration: false, databaseUrl: database.url, dataFolder },
    () => undefined,
  )
  service = await openServiceOver(database, { config: { publicUrl } })
})
afterAll(async () => {
  await service.context.changes.close()
  await server.stop()
  await database.close()
  await rm(dataFolder, { recursive: true })
})

/** What the server says to bytes that need not be HTTP. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('every answer', () => {
  it.each([
    ['GET', '/livez', 200],
    ['GET', '/api/version', 200],
    ['GET', '/api/docs', 200],
    ['GET', '/api/openapi.json', 200],
    ['GET', '/api/programmes', 401],
    ['GET', '/api/auth/get-session', 200],
    ['GET', '/nowhere', 404],
    ['DELETE', '/api/version', 405],
    ['GET', '/', 302],
    ['GET', '/_shared/nothing.css', 404],
    ['GET', '/livez?x=%00', 400],
  ])('%s %s has every header', async (method, path, status) => {
    const answer = await service.send(path, { method })
    expect(answer.status).toBe(status)
    for (const [name, value] of expected) expect(answer.headers.get(name), name).toBe(value)
  })

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 'malformed-request', 400],
    ['no host', 'GET /livez HTTP/1.1\r\n\r\n', 'malformed-request', 400],
    [
      'two lengths',
      'POST /api/session/demo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      'malformed-request',
      400,
    ],
    [
      'a broken chunk',
      'POST /api/session/demo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'malformed-request',
      400,
    ],
    [
      'endless headers',
      `GET /livez HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
      'headers-too-large',
      431,
    ],
  ])('to %s is a problem with every header', async (_name, bytes, code, status) => {
    const [head = '', body = ''] = (await sendRaw(bytes)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    for (const [name, value] of expectedOnHttp) expect(head).toContain(`${name}: ${value}`)
    expect(Problem.parse(JSON.parse(body))).toMatchObject({ code, status })
  })

  it('comes whatever a client expects beside it', async () => {
    const answer = await sendRaw(
      'GET /livez HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
  })
})

describe('the name that was asked for', () => {
  const askFor = (host: string) => service.send(`http://${host}/api/version`)

  it.each(['workplan.example', 'WORKPLAN.example:443', 'localhost', '127.0.0.1:99', '[::1]:1'])(
    'may be %s',
    async (host) => {
      expect((await askFor(host)).status).toBe(200)
    },
  )

  it.each(['evil.example', 'workplan.example.evil.example', 'localhost.evil.example', '10.0.0.1'])(
    'must not be %s',
    async (host) => {
      await expectProblem(await askFor(host), 'unknown-host')
    },
  )

  it('is of no account to what asks whether the service is well', async () => {
    expect((await service.send('http://10.0.0.1/livez')).status).toBe(200)
  })
})

describe('a write', () => {
  const path = '/api/session/demo'
  const json = { person: 'person.viewer' }

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: publicUrl },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('from another site is refused: %o', async (headers) => {
    await expectProblem(await service.send(path, { json, headers }), 'cross-site-request')
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
    'as %s is refused, with a body and without',
    async (type) => {
      const headers = { 'content-type': type }
      await expectProblem(await service.send(path, { json, headers }), 'unsupported-media-type')
      await expectProblem(await service.send(path, { method: 'POST', headers }), 'unsupported-media-type')
    },
  )
})
