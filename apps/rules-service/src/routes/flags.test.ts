import { FlagDetail, type Task } from '@workplan/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideOnFlag } from '../testing/decide-on-flag.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

const FLAGS = '/api/programmes/alpha/flags'
const ADULT = `${FLAGS}/late-task~alpha.task.adult`
const OTHER = `${FLAGS}/late-task~alpha.task.children`

let service: TestService
let sro: string

beforeAll(async () => {
  service = await openTestService({ programmes: [{ state: smallProgramme('alpha') }] })
  sro = await service.signIn('person.sro')
})
afterAll(() => service.close())

function decide(path: string, json: unknown, options: SendOptions = {}): Promise<Response> {
  return decideOnFlag(service, path, { cookie: sro, json, ...options })
}

async function flagAt(path: string): Promise<FlagDetail> {
  return FlagDetail.parse(await (await service.send(path, { cookie: sro })).json())
}

async function versionOf(path: string): Promise<string> {
  return (await service.send(path, { cookie: sro })).headers.get('etag') ?? ''
}

async function setTask(id: string, parts: Partial<Task>): Promise<void> {
  await service.context.store.change(
    { programme: 'alpha', actor: 'system', idempotency: null },
    (change) => {
      const task = change.before.state.records.task.find((candidate) => candidate.id === id)
      if (!task) throw new Error(`There is no task ${id}`)
      const expectedVersion = change.before.versions.get(`task/${id}`) ?? null
      change.put('task', { ...task, ...parts }, { expectedVersion, action: 'task.updated', why: null })
    },
    () => null,
  )
}

describe('deciding about a flag', () => {
  const rationale = 'We know, and it waits for the new team'

  it.each([
    [
      'assigned',
      { kind: 'assign', task: 'alpha.task.children', rationale },
      /^Assigned to the task “Work for children/,
    ],
    [
      'accepted',
      { kind: 'accept', until: '2023-06-30', rationale },
      /^Accepted until 30 June 2023\. We know/,
    ],
    ['disputed', { kind: 'dispute', rationale }, /^We know/],
    ['asked', { kind: 'ask', question: 'Since when?' }, /^Since when\?$/],
  ])('leaves it %s, with a word in its history', async (status, decision, why) => {
    const answer = await decide(ADULT, decision)
    expect(answer.status).toBe(200)
    const flag = FlagDetail.parse(await answer.json())
    expect(flag.status).toBe(status)
    expect(flag.history[0]).toMatchObject({
      event: status,
      by: 'Senior responsible owner',
      on: '2023-03-13',
      why: expect.stringMatching(why),
    })
    expect(await flagAt(ADULT)).toEqual(flag)
  })

  it('never clears it: only the records do, and a decision outlives an unrelated change', async () => {
    await decide(OTHER, { kind: 'dispute', rationale })
    await setTask('alpha.task.children', { progress: 'A word' })
    expect((await flagAt(OTHER)).status).toBe('disputed')
    await setTask('alpha.task.children', { due: '2023-12' })
    const cleared = await flagAt(OTHER)
    expect(cleared).toMatchObject({ status: 'cleared', clearedOn: '2023-03-13' })
    expect(cleared.history.map(({ event }) => event)).toEqual(['cleared', 'disputed', 'raised'])
    expect(cleared.history[0]?.cause).toMatchObject({ kind: 'task', id: 'alpha.task.children' })
    await expectProblem(await decide(OTHER, { kind: 'dispute', rationale }), 'conflict')
  })

  it('is written once when it is sent twice with one key', async () => {
    const headers = { 'idempotency-key': 'once', 'if-match': await versionOf(ADULT) }
    const first = await decide(ADULT, { kind: 'dispute', rationale }, { headers })
    const rows = await storedRows(service.opened.database)
    const second = await decide(ADULT, { kind: 'dispute', rationale }, { headers })
    expect(await second.json()).toEqual(await first.json())
    expect(await storedRows(service.opened.database)).toBe(rows)
  })
})

describe('a refused decision changes nothing', () => {
  let before: string
  beforeEach(async () => {
    before = await storedRows(service.opened.database)
  })

  it.each([
    ['no rationale', ADULT, { kind: 'dispute', rationale: ' ' }, 'invalid-input'],
    ['a task that is not there', ADULT, { kind: 'assign', task: 'alpha.task.none' }, 'invalid-input'],
    ['a day that is past', ADULT, { kind: 'accept', until: '2023-03-13', rationale: 'x' }, 'invalid-input'],
    ['clearing by hand', ADULT, { kind: 'clear', rationale: 'x' }, 'invalid-input'],
    ['an unknown flag', `${FLAGS}/late-task~alpha.task.none`, { kind: 'ask', question: 'x' }, 'not-found'],
    ['an id that is none', `${FLAGS}/late-task`, { kind: 'ask', question: 'x' }, 'invalid-input'],
  ] as const)('%s', async (_what, path, decision, code) => {
    await expectProblem(await decide(path, decision), code)
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it.each(['person.viewer', 'person.lead-adult', 'person.secretary', 'person.programme-office'])(
    'made by %s',
    async (person) => {
      const cookie = await service.signIn(person)
      await expectProblem(await decide(ADULT, { kind: 'ask', question: 'x' }, { cookie }), 'not-allowed')
      expect(await storedRows(service.opened.database)).toBe(before)
    },
  )
})
