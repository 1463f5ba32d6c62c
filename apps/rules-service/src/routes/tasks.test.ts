import { TaskSaved, TaskView } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

const TASKS = '/api/programmes/alpha/tasks'
const ADULT = `${TASKS}/alpha.task.adult`

let service: TestService
let lead: string
let office: string

beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: smallProgramme('beta') }],
  })
  lead = await service.signIn('person.lead-adult')
  office = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

function patch(path: string, version: number, json: unknown, options: SendOptions = {}) {
  const headers = { 'if-match': `"${version}"`, ...options.headers }
  return service.send(path, { cookie: lead, method: 'PATCH', json, ...options, headers })
}

async function taskAt(path: string): Promise<TaskView> {
  return TaskView.parse(await (await service.send(path, { cookie: lead })).json())
}

describe('a refused request changes nothing', () => {
  const big = 'x'.repeat(300 * 1024)
  const json = { 'content-type': 'application/json', 'if-match': '"1"' }
  it.each([
    ['JSON cut short', 'malformed-json', { body: '{"status":', headers: json }],
    ['no JSON at all', 'unsupported-media-type', { body: 'status=done', headers: { 'if-match': '"1"' } }],
    [
      'a form',
      'unsupported-media-type',
      { body: 'status=done', headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    ['an unknown field', 'invalid-input', { body: '{"title":"Mine"}', headers: json }],
    ['an unknown status', 'invalid-input', { body: '{"status":"almost"}', headers: json }],
    ['a date that does not exist', 'invalid-input', { body: '{"due":"2023-02-30"}', headers: json }],
    ['a NUL character', 'invalid-input', { body: '{"progress":"a\\u0000b"}', headers: json }],
    ['a lone surrogate', 'invalid-input', { body: '{"progress":"a\\ud800b"}', headers: json }],
    ['blocked without a reason', 'invalid-input', { body: '{"status":"blocked"}', headers: json }],
    ['an unknown requirement', 'invalid-input', { body: '{"serves":["ambitions.9.9.9"]}', headers: json }],
    ['an unknown owner', 'invalid-input', { body: '{"owner":"person.nobody"}', headers: json }],
    [
      'nesting without end',
      'invalid-input',
      { body: `{"evidence":${'['.repeat(9000)}${']'.repeat(9000)}}`, headers: json },
    ],
    ['no version', 'version-required', { body: '{"status":"done"}', headers: { ...json, 'if-match': '' } }],
    [
      'a version that is none',
      'invalid-input',
      { body: '{"status":"done"}', headers: { ...json, 'if-match': '*' } },
    ],
    [
      'a stale version',
      'stale-version',
      { body: '{"status":"done"}', headers: { ...json, 'if-match': '"7"' } },
    ],
    [
      'another site',
      'cross-site-request',
      { body: '{"status":"done"}', headers: { ...json, origin: 'https://elsewhere.example' } },
    ],
    ['a body over the limit', 'body-too-large', { body: JSON.stringify({ progress: big }), headers: json }],
  ] as const)('%s', async (_name, code, { body, headers }) => {
    const before = await storedRows(service.opened.database)
    const answer = await service.app.request(ADULT, {
      method: 'PATCH',
      body,
      headers: { cookie: lead, 'content-length': String(body.length), ...headers },
    })
    const problem = await expectProblem(answer, code)
    expect(problem.detail).not.toBe('')
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it('an unknown task', async () => {
    await expectProblem(await patch(`${TASKS}/alpha.task.nothing`, 1, { status: 'done' }), 'not-found')
  })

  it('nobody signed in', async () => {
    await expectProblem(await patch(ADULT, 1, { status: 'done' }, { cookie: '' }), 'not-signed-in')
  })

  it.each(['person.viewer', 'person.sro', 'person.lead-children', 'person.secretary'])(
    '%s may not change the task of the adult lead',
    async (person) => {
      const before = await storedRows(service.opened.database)
      const cookie = await service.signIn(person)
      await expectProblem(await patch(ADULT, 1, { status: 'done' }, { cookie }), 'not-allowed')
      expect(await storedRows(service.opened.database)).toBe(before)
    },
  )

  it('names the field that was refused', async () => {
    const problem = await expectProblem(await patch(ADULT, 1, { status: 'blocked' }), 'invalid-input')
    expect(problem.errors).toEqual([{ path: 'statusReason', message: 'Say what blocks it' }])
  })

  it('shows the record as it is now when the version is stale', async () => {
    const problem = await expectProblem(await patch(ADULT, 9, { status: 'done' }), 'stale-version')
    expect(TaskView.parse(problem.current)).toMatchObject({ version: 1, task: { id: 'alpha.task.adult' } })
  })
})

describe('reading tasks', () => {
  async function idsOf(query: string, cookie = lead): Promise<string[]> {
    const answer = await service.send(`${TASKS}?${query}`, { cookie })
    const { items } = (await answer.json()) as { items: TaskView[] }
    return items.map(({ task }) => task.id)
  }

  it('filters by app, workstream, status and words', async () => {
    expect(await idsOf('')).toEqual(['alpha.task.adult', 'alpha.task.children'])
    expect(await idsOf('app=children')).toEqual(['alpha.task.children'])
    expect(await idsOf('workstream=alpha.ws.adult')).toEqual(['alpha.task.adult'])
    expect(await idsOf('status=done')).toEqual([])
    expect(await idsOf('q=WORK%20adult')).toEqual(['alpha.task.adult'])
    expect(await idsOf('q=1.1.3')).toHaveLength(2)
  })

  it('gives pages with a cursor', async () => {
    const first = await (await service.send(`${TASKS}?limit=1`, { cookie: lead })).json()
    expect(first).toMatchObject({ items: [{ task: { id: 'alpha.task.adult' } }], next: '1' })
    const second = await (await service.send(`${TASKS}?limit=1&cursor=1`, { cookie: lead })).json()
    expect(second).toMatchObject({ items: [{ task: { id: 'alpha.task.children' } }], next: null })
    await expectProblem(await service.send(`${TASKS}?cursor=x`, { cookie: lead }), 'invalid-input')
    await expectProblem(await service.send(`${TASKS}?limit=501`, { cookie: lead }), 'invalid-input')
  })

  it('shows how a task stands, its flags and who may change it', async () => {
    const answer = await service.send(ADULT, { cookie: lead })
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(TaskView.parse(await answer.json())).toMatchObject({
      apps: ['adult'],
      daysLate: 3,
      daysSilent: null,
      mayUpdate: true,
      workstreamName: 'For adult',
      serves: [{ id: 'ambitions.1.1.3', number: '1.1.3' }],
      flags: [{ id: 'late-task~alpha.task.adult', status: 'open', raisedOn: '2023-03-13' }],
    })
    const other = await service.send(`${TASKS}/alpha.task.children`, { cookie: lead })
    expect(TaskView.parse(await other.json())).toMatchObject({ mayUpdate: false })
  })
})

describe('changing a task', () => {
  it('clears the flag, writes both to the journal and opens the flag again when it holds again', async () => {
    const before = await taskAt(ADULT)
    const done = TaskSaved.parse(
      await (await patch(ADULT, before.version, { status: 'done', reason: 'It is finished' })).json(),
    )
    expect(done.item).toMatchObject({ version: 2, daysLate: null, flags: [], task: { percent: 100 } })
    expect(done.flags).toMatchObject({ cleared: [{ id: 'late-task~alpha.task.adult' }], raised: [] })

    const again = TaskSaved.parse(await (await patch(ADULT, 2, { status: 'in-progress' })).json())
    expect(again.flags).toMatchObject({
      cleared: [],
      raised: [],
      reopened: [{ id: 'late-task~alpha.task.adult', status: 'open' }],
    })

    const journal = await service.context.store.readJournal('alpha', { order: 'newest-first', limit: 4 })
    expect(
      journal.map(({ action, actor, why, cause }) => ({ action, actor, why, cause: cause?.id })),
    ).toEqual([
      { action: 'flag.reopened', actor: 'person.lead-adult', why: null, cause: 'alpha.task.adult' },
      { action: 'task.updated', actor: 'person.lead-adult', why: null, cause: undefined },
      { action: 'flag.cleared', actor: 'person.lead-adult', why: null, cause: 'alpha.task.adult' },
      { action: 'task.updated', actor: 'person.lead-adult', why: 'It is finished', cause: undefined },
    ])
  })

  it('keeps one of two changes that start from the same version', async () => {
    const { version } = await taskAt(ADULT)
    const answers = await Promise.all(
      ['first', 'second', 'third', 'fourth'].map((progress) => patch(ADULT, version, { progress })),
    )
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([200, 412, 412, 412])
    const winner = answers.find(({ status }) => status === 200)
    const saved = TaskSaved.parse(await winner?.json())
    expect((await taskAt(ADULT)).task.progress).toBe(saved.item.task.progress)
  })

  it('takes a version that was marked as weak on the way', async () => {
    const { version } = await taskAt(ADULT)
    const answer = await patch(ADULT, 0, { progress: 'x' }, { headers: { 'if-match': `W/"${version}"` } })
    expect(answer.status).toBe(200)
  })

  it('lets the programme office change every task', async () => {
    const path = `${TASKS}/alpha.task.children`
    const answer = await patch(path, 1, { nextStep: 'Ask again' }, { cookie: office })
    expect(answer.status).toBe(200)
  })
})

describe('an idempotency key', () => {
  it('makes a repeated change happen once and answers the same', async () => {
    const { version } = await taskAt(ADULT)
    const headers = { 'idempotency-key': 'once' }
    const first = await patch(ADULT, version, { progress: 'Said once' }, { headers })
    const rows = await storedRows(service.opened.database)
    const second = await patch(ADULT, version, { progress: 'Said once' }, { headers })
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await second.json()).toEqual(await first.json())
    expect(await storedRows(service.opened.database)).toBe(rows)
  })

  it('happens once even when both requests come at the same time', async () => {
    const send = () =>
      service.send(TASKS, {
        cookie: lead,
        json: { title: 'Only one', workstream: 'alpha.ws.adult', audience: ['adult'], serves: [] },
        headers: { 'idempotency-key': 'twins' },
      })
    const [one, other] = await Promise.all([send(), send()])
    expect([one.status, other.status]).toEqual([201, 201])
    expect(await one.json()).toEqual(await other.json())
  })

  it('is refused for another request, and belongs to one person', async () => {
    const headers = { 'idempotency-key': 'mine' }
    const { version } = await taskAt(ADULT)
    expect((await patch(ADULT, version, { progress: 'One' }, { headers })).status).toBe(200)
    const mismatch = await patch(ADULT, version + 1, { progress: 'Two' }, { headers })
    await expectProblem(mismatch, 'idempotency-mismatch')
    const others = await patch(ADULT, version + 1, { progress: 'Three' }, { headers, cookie: office })
    expect(others.status).toBe(200)
  })
})

describe('adding a task', () => {
  const input = {
    title: 'Écoute & more',
    workstream: 'alpha.ws.adult',
    audience: ['adult'],
    serves: [],
    due: '2023-03-01',
  }

  it('gives it an id, a baseline and its flags', async () => {
    const answer = await service.send(TASKS, { cookie: lead, json: input })
    expect(answer.status).toBe(201)
    const { item, flags } = TaskSaved.parse(await answer.json())
    expect(item.task.id).toMatch(/^alpha\.task\.e-coute-more-[0-9a-f]{8}$/)
    expect(item).toMatchObject({ version: 1, task: { baselineDue: '2023-03-01', status: 'not-started' } })
    expect(flags.raised).toMatchObject([{ subject: { id: item.task.id }, message: '12 days late' }])
  })

  it('is refused for the app of somebody else', async () => {
    const json = { ...input, workstream: 'alpha.ws.children', audience: ['children'] }
    await expectProblem(await service.send(TASKS, { cookie: lead, json }), 'not-allowed')
  })

  it('is refused for a workstream of another programme', async () => {
    const answer = await service.send(TASKS, {
      cookie: lead,
      json: { ...input, workstream: 'beta.ws.adult' },
    })
    await expectProblem(answer, 'invalid-input')
  })
})
