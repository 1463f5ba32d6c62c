import { FlagDetail, type FlagSummary, type TaskView } from '@workplan/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideOnFlag } from '../testing/decide-on-flag.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const FLAGS = '/api/programmes/alpha/flags'
const ADULT = 'late-task~alpha.task.adult'
const CHILDREN = 'late-task~alpha.task.children'

let service: TestService
let sro: string
let office: string
let lead: string

beforeEach(async () => {
  service = await openTestService({ programmes: [{ state: smallProgramme('alpha') }] })
  sro = await service.signIn('person.sro')
  office = await service.signIn('person.programme-office')
  lead = await service.signIn('person.lead-adult')
})
afterEach(() => service.close())

async function flagAt(id: string): Promise<FlagDetail> {
  return FlagDetail.parse(await (await service.send(`${FLAGS}/${id}`, { cookie: sro })).json())
}

async function answer(id: string, text: string, cookie: string): Promise<Response> {
  const { version } = await flagAt(id)
  const headers = { 'if-match': `"${version}"` }
  return service.send(`${FLAGS}/${id}/answers`, { cookie, json: { text }, headers })
}

interface FlagsAnswer {
  items: FlagSummary[]
  version: number
}

async function readFlags(query = ''): Promise<FlagsAnswer> {
  return (await (await service.send(`${FLAGS}${query}`, { cookie: sro })).json()) as FlagsAnswer
}

function decideMany(version: number, flags: string[], decision: object, cookie = sro): Promise<Response> {
  const headers = { 'if-match': `"${version}"` }
  return service.send(`${FLAGS}/decisions`, { cookie, json: { flags, decision }, headers })
}

describe('work that a decision begins', () => {
  const newTask = { title: 'Agree the rota', workstream: 'alpha.ws.adult', owner: null, due: '2023-06' }

  it('is a task that serves what the flag is about, for whom it concerns, with its due date', async () => {
    const flag = await flagAt(ADULT)
    const decided = await decideOnFlag(service, `${FLAGS}/${ADULT}`, {
      cookie: sro,
      json: { kind: 'assign', newTask, rationale: 'It needs a rota' },
    })
    expect(decided.status).toBe(200)
    const after = FlagDetail.parse(await decided.json())
    expect(after.status).toBe('assigned')
    expect(after.history[0]?.why).toBe('Assigned to the task “Agree the rota”. It needs a rota')
    const tasks = await (await service.send('/api/programmes/alpha/tasks', { cookie: sro })).json()
    const made = (tasks as { items: TaskView[] }).items.find(({ task }) => task.title === 'Agree the rota')
    expect(made?.task).toMatchObject({ due: '2023-06', baselineDue: '2023-06', status: 'not-started' })
    expect(made?.task.audience).toEqual(flag.audience)
    expect(made?.task.serves).toEqual(flag.requirements)
  })

  it('is refused with a workstream that is not there, and nothing is decided', async () => {
    const before = await storedRows(service.opened.database)
    const json = { kind: 'assign', newTask: { ...newTask, workstream: 'beta.ws.adult' } }
    await expectProblem(
      await decideOnFlag(service, `${FLAGS}/${ADULT}`, { cookie: sro, json }),
      'invalid-input',
    )
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it.each([
    ['neither a task nor a new one', { kind: 'assign' }],
    ['both', { kind: 'assign', task: 'alpha.task.adult', newTask }],
  ])('is refused with %s', async (_what, json) => {
    await expectProblem(
      await decideOnFlag(service, `${FLAGS}/${ADULT}`, { cookie: sro, json }),
      'invalid-input',
    )
  })
})

describe('an answer', () => {
  it('to a question brings the flag back to the SRO, with the answer in its history', async () => {
    await decideOnFlag(service, `${FLAGS}/${ADULT}`, {
      cookie: sro,
      json: { kind: 'ask', question: 'Since when?' },
    })
    const answered = await answer(ADULT, 'Since the team left', lead)
    expect(answered.status).toBe(200)
    const flag = FlagDetail.parse(await answered.json())
    expect(flag.status).toBe('open')
    expect(flag.history.slice(0, 2)).toMatchObject([
      { event: 'answered', why: 'Since the team left', by: 'Lead for adult services' },
      { event: 'asked', why: 'Since when?' },
    ])
    expect(await flagAt(ADULT)).toEqual(flag)
  })

  it('to a dispute comes from the programme office only', async () => {
    await decideOnFlag(service, `${FLAGS}/${ADULT}`, {
      cookie: sro,
      json: { kind: 'dispute', rationale: 'The date is wrong' },
    })
    await expectProblem(await answer(ADULT, 'It is right', lead), 'not-allowed')
    expect((await flagAt(ADULT)).status).toBe('disputed')
    expect((await answer(ADULT, 'The paper says 10 March', office)).status).toBe(200)
    expect((await flagAt(ADULT)).status).toBe('open')
  })

  it('is refused where nobody asked, and when somebody was first', async () => {
    await expectProblem(await answer(ADULT, 'Nothing', lead), 'conflict')
    const seen = (await flagAt(ADULT)).version
    await decideOnFlag(service, `${FLAGS}/${ADULT}`, { cookie: sro, json: { kind: 'ask', question: 'Why?' } })
    const late = await service.send(`${FLAGS}/${ADULT}/answers`, {
      cookie: lead,
      json: { text: 'Because' },
      headers: { 'if-match': `"${seen}"` },
    })
    await expectProblem(late, 'stale-version')
  })
})

describe('one decision about several flags', () => {
  const decision = { kind: 'accept', until: '2023-06-30', rationale: 'One cause, one answer' }

  it('is recorded for each of them, in one change', async () => {
    const { version } = await readFlags()
    const decided = await decideMany(version, [ADULT, CHILDREN], decision)
    expect(decided.status).toBe(200)
    expect(((await decided.json()) as FlagsAnswer).items.map(({ status }) => status)).toEqual([
      'accepted',
      'accepted',
    ])
    expect((await flagAt(CHILDREN)).history[0]).toMatchObject({ event: 'accepted', by: expect.any(String) })
    expect((await readFlags('?status=open')).items).toEqual([])
  })

  it('begins one task for all of them', async () => {
    const { version } = await readFlags()
    const newTask = { title: 'One for both', workstream: null, owner: null, due: '2023-09-30' }
    expect((await decideMany(version, [ADULT, CHILDREN], { kind: 'assign', newTask })).status).toBe(200)
    const tasks = await (await service.send('/api/programmes/alpha/tasks', { cookie: sro })).json()
    const made = (tasks as { items: TaskView[] }).items.filter(({ task }) => task.title === 'One for both')
    expect(made.map(({ task }) => task.audience.toSorted())).toEqual([['adult', 'children']])
  })

  it('is refused as a whole when something became of one of them, and names it', async () => {
    const { version } = await readFlags()
    await decideOnFlag(service, `${FLAGS}/${CHILDREN}`, {
      cookie: sro,
      json: { kind: 'ask', question: 'Why?' },
    })
    const before = await storedRows(service.opened.database)
    const problem = await expectProblem(
      await decideMany(version, [ADULT, CHILDREN], decision),
      'stale-version',
    )
    expect(problem.errors?.map(({ path }) => path)).toEqual([CHILDREN])
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it('is refused as a whole for a flag that is not there, and for people who do not decide', async () => {
    const { version } = await readFlags()
    const before = await storedRows(service.opened.database)
    await expectProblem(
      await decideMany(version, [ADULT, 'late-task~alpha.task.none'], decision),
      'not-found',
    )
    await expectProblem(await decideMany(version, [ADULT], decision, lead), 'not-allowed')
    expect(await storedRows(service.opened.database)).toBe(before)
  })
})
