import { loadExampleProgrammes } from '@workplan/example-programmes'
import { sql } from 'drizzle-orm'
import { Agent, request as httpRequest } from 'node:http'
import { SAFE_METHODS } from '../src/http/same-origin.ts'
import type { Database } from '../src/store/database.ts'
import { storedRows } from '../src/testing/stored-rows.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { type BadRequest, badRequest, type Operation } from './api-fuzz/bad-request.ts'
import { type Answer, faultsOf, readRaw } from './api-fuzz/judge-answer.ts'
import { rawTrick } from './api-fuzz/raw-trick.ts'
import { pick, type Random, type Schema } from './api-fuzz/sample-value.ts'
import { clientWith } from './api-client.ts'
import { readHarnessConfig } from './config.ts'
import { makePreparedDatabase } from './prepared-database.ts'
import { startServiceProcess } from './started-service.ts'

const AT_ONCE = 8
/** One in so many is sent over a connection as bytes that are no HTTP. */
const ONE_RAW_IN = 10

interface Description {
  paths: Record<string, Record<string, Record<string, unknown>>>
  components: { schemas: Record<string, Schema> }
}

const { rounds, seed } = readHarnessConfig(300)
const prepared = await makePreparedDatabase()
const [example] = loadExampleProgrammes(new Set(prepared.rules.library.requirements.keys()))
if (!example) throw new Error('there is no example programme')
await prepared.addProgramme(example)
const owner = await prepared.open()
const service = await startServiceProcess({
  dataFolder: prepared.folder,
  databaseUrl: prepared.url,
  secret: prepared.secret,
})
const { port } = new URL(service.address)
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
let sound = false
try {
  const cookies = await prepared.sessionOf('person.programme-office')
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  const client = clientWith(cookies, () => service.address)
  const description = (await client.request('/api/openapi.json')).json<Description>()
  const operations = operationsOf(description)
  const flags = (await client.request('/api/programmes/bnssg/flags?limit=5')).json<{
    items: { id: string }[]
  }>()
  const known = {
    components: description.components.schemas,
    ids: {
      tasks: example.records.task.slice(0, 5).map(({ id }) => id),
      records: example.records.task.slice(0, 5).map(({ id }) => id),
      flags: flags.items.map(({ id }) => id),
      rules: ['task-overdue'],
      people: ['person.viewer'],
    },
  }
  say(`${rounds} bad requests to ${operations.length} operations (N=${rounds} SEED=${seed})`)
  const before = await everythingStored(owner.database)
  const counts = new Map<string, number>()
  const faults: string[] = []
  let slowest = { milliseconds: 0, what: '' }
  let left = rounds
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  const worker = async (number: number) => {
    const random = seededRandom(seed * 1_000 + number)
    while (left > 0) {
      left -= 1
      const { what, method, answer, mayBeAnswered } =
        random() * ONE_RAW_IN < 1
          ? await sendRaw(random)
          : await sendBad(badRequest(pick(random, operations), known, random))
      count(answer ? String(answer.status) : 'no answer, for the rest never came')
      if (!answer) continue
      if (answer.milliseconds > slowest.milliseconds) slowest = { milliseconds: answer.milliseconds, what }
      for (const fault of faultsOf(answer, { method, mayBeAnswered }))
        faults.push(`${fault}: ${what}: ${answer.text.slice(0, 300)}`)
    }
  }
  const sendRaw = async (random: Random) => {
    const { trick, text, milliseconds } = await rawTrick(Number(port), random)
    const read = readRaw(text)
    return { what: trick, method: 'raw', answer: read && { ...read, milliseconds }, mayBeAnswered: true }
  }
  const sendBad = async (bad: BadRequest) => ({
    what: `${bad.wrong}: ${bad.method} ${bad.path.slice(0, 200)} ${bad.body?.toString().slice(0, 300) ?? ''}`,
    method: bad.method,
    answer: await answerTo(bad, cookie),
    // Signing out is right for whoever asks, also when nobody is signed in.
    mayBeAnswered: SAFE_METHODS.has(bad.method) || (bad.method === 'DELETE' && bad.path === '/api/session'),
  })
  await Promise.all(Array.from({ length: AT_ONCE }, (_, number) => worker(number)))
  const unchanged = (await everythingStored(owner.database)) === before
  for (const [what, times] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) say(`  ${what}: ${times}`)
  for (const fault of faults.slice(0, 40)) say(`  FAULT ${fault}`)
  say(
    `  ${faults.length} faults, slowest answer ${Math.round(slowest.milliseconds)} ms (${slowest.what.slice(0, 80)}), ` +
      `records ${unchanged ? 'unchanged' : 'CHANGED'}, service ${service.isAlive() ? 'alive' : 'DEAD'}`,
  )
  sound = faults.length === 0 && unchanged && service.isAlive()
} finally {
  agent.destroy()
  await service.kill()
  await owner.close()
  await prepared.remove()
}
process.exit(sound ? 0 : 1)

function operationsOf({ paths }: Description): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters, requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters: parameters as Operation['parameters'],
      body:
        (requestBody as { content: Record<string, { schema: Schema }> } | undefined)?.content[
          'application/json'
        ]?.schema ?? null,
    })),
  )
}

/** The answer; null when the connection was closed without one. A live stream is read to its first word. */
function answerTo(
  { method, path, headers, body, signedIn }: BadRequest,
  cookie: string,
): Promise<Answer | null> {
  const begun = performance.now()
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, agent, method, path, headers: { ...(signedIn && { cookie }), ...headers } },
      (incoming) => {
        let text = ''
        const answer = () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text,
            milliseconds: performance.now() - begun,
          })
        if (incoming.headers['content-type']?.startsWith('text/event-stream')) {
          answer()
          incoming.destroy()
          return
        }
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => (text += chunk))
        incoming.on('end', answer)
        incoming.on('error', () => resolve(null))
      },
    )
    outgoing.on('error', () => resolve(null))
    if (body) outgoing.setHeader('content-length', body.length)
    outgoing.end(body ?? undefined)
  })
}

/** All that a request could change but for what keeps watch over requests themselves. */
async function everythingStored(database: Database): Promise<string> {
  const { rows } = await database.execute<{ stored: string }>(sql`
    select concat(
      (select json_agg(p order by p.id) from people p),
      (select json_agg(m order by m.id) from memberships m),
      (select json_agg(i order by i.token_hash) from invitations i),
      (select json_agg(u order by u.id) from auth_users u),
      (select json_agg(a order by a.id) from auth_accounts a)
    ) as stored`)
  return `${await storedRows(database)}${rows[0]?.stored ?? ''}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
