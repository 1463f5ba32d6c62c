import { Comparison } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeableProgramme } from '../testing/random-changes.ts'
import { fewRules } from '../testing/judged-programme.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

let service: TestService
let office: string
let now = new Date('2023-03-13T12:00:00Z')

beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: changeableProgramme('alpha') }],
    rules: fewRules(),
    now: () => now,
  })
  office = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

async function write(path: string, method: string, json: object, as = office): Promise<void> {
  const at = path.replace('/decisions', '')
  const version = (await service.send(`/api/programmes/alpha${at}`, { cookie: as })).headers.get('etag') ?? ''
  const headers = { 'if-match': version }
  const answer = await service.send(`/api/programmes/alpha${path}`, { cookie: as, method, json, headers })
  expect(answer.status).toBeLessThan(300)
}

async function compare(query: string): Promise<Comparison> {
  const answer = await service.send(`/api/programmes/alpha/compare?${query}`, { cookie: office })
  expect(answer.status).toBe(200)
  return Comparison.parse(await answer.json())
}

const day = (iso: string) => {
  now = new Date(`${iso}T12:00:00Z`)
}

describe('a comparison of two moments', () => {
  it('of the same moment finds nothing', async () => {
    const same = await compare('from=2023-03-13&to=2023-03-13')
    expect(same).toMatchObject({
      tasks: [],
      measures: [],
      ambitions: [],
      raised: [],
      cleared: [],
      decided: [],
    })
  })

  it('names tasks and flags that changed, each with the entries behind it', async () => {
    day('2023-03-14')
    await write('/tasks/alpha.task.adult', 'PATCH', { status: 'done' })
    await write('/tasks/alpha.task.children', 'PATCH', { due: '2023-04-30' })
    day('2023-03-15')
    const title = 'New work'
    const json = { title, workstream: 'alpha.ws.adult', audience: ['adult'], serves: [] }
    expect((await service.send('/api/programmes/alpha/tasks', { cookie: office, json })).status).toBe(201)
    const sro = await service.signIn('person.sro')
    const flag = 'task-without-owner~alpha.task.children'
    await write(`/flags/${flag}/decisions`, 'POST', { kind: 'dispute', rationale: 'There is one' }, sro)

    const { tasks, raised, cleared, decided, journal, from, to } = await compare('from=2023-03-13')
    expect(from).toMatchObject({ day: '2023-03-13' })
    expect(to).toMatchObject({ day: '2023-03-15', judgedOn: '2023-03-15' })
    expect(tasks).toMatchObject([
      {
        id: 'alpha.task.adult',
        ended: true,
        created: false,
        status: { before: 'in-progress', after: 'done' },
        due: null,
      },
      { id: 'alpha.task.children', ended: false, due: { before: '2023-03-10', after: '2023-04-30' } },
      { title, created: true, status: { before: null, after: 'not-started' } },
    ])
    expect(cleared.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['task-overdue~alpha.task.adult', 'task-overdue~alpha.task.children']),
    )
    expect(raised.map(({ subject }) => subject.title)).toContain(title)
    expect(decided).toMatchObject([
      { id: flag, before: 'open', after: 'disputed', decisions: [{ kind: 'dispute' }] },
    ])
    const named = [...tasks, ...raised, ...cleared, ...decided].flatMap(({ entries }) => entries)
    expect(named.length).toBeGreaterThan(0)
    expect(journal.map(({ seq }) => seq)).toEqual([...new Set(named)].toSorted((a, b) => a - b))
    expect(journal.find(({ seq }) => seq === tasks[0]?.entries[0])).toMatchObject({
      action: 'task.updated',
      record: { id: 'alpha.task.adult' },
    })
  })

  it('of a part of the time names what changed in it', async () => {
    const { tasks } = await compare('from=2023-03-14&to=2023-03-15')
    expect(tasks).toMatchObject([{ title: 'New work', created: true }])
  })

  it('names measures that are answered otherwise, and the ambition above them', async () => {
    day('2023-03-16')
    await service.context.store.change(
      { programme: 'alpha', actor: 'person.sro', idempotency: null },
      (change) => {
        const [answer] = change.before.state.records.answer
        if (!answer) throw new Error('there is one answer')
        const action = 'answer.updated'
        change.put('answer', { ...answer, level: 2 }, { expectedVersion: 1, action, why: null })
      },
      () => null,
    )
    const { measures, ambitions, journal } = await compare('from=2023-03-15&to=2023-03-16')
    expect(measures).toMatchObject([
      { id: 'ambitions.1.1.3', before: { state: 'answered', level: 3 }, after: { level: 2 } },
    ])
    expect(ambitions).toMatchObject([
      { number: 1, before: { answered: 1, level3AndAbove: 1 }, after: { answered: 1, level3AndAbove: 0 } },
    ])
    expect(journal.some(({ action }) => action === 'answer.updated')).toBe(true)
  })

  it.each([
    ['from=2023-03-16&to=2023-03-14', 'invalid-input'],
    ['from=2999-01-01', 'invalid-input'],
    ['to=2023-03-14', 'invalid-input'],
    ['from=2023-03-01', 'not-found'],
  ] as const)('refuses %s', async (query, code) => {
    await expectProblem(
      await service.send(`/api/programmes/alpha/compare?${query}`, { cookie: office }),
      code,
    )
  })
})
