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
      elsewhere: [],
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
        changes: [
          { field: 'status', label: 'Status', before: 'In progress', after: 'Done' },
          { field: 'percent', before: null, after: '100' },
          { field: 'completedOn', before: null, after: '14 March 2023' },
        ],
      },
      {
        id: 'alpha.task.children',
        ended: false,
        changes: [{ field: 'due', before: '10 March 2023', after: '30 April 2023' }],
      },
      { title, created: true },
    ])
    expect(tasks[2]?.changes).toEqual(
      expect.arrayContaining([
        { field: 'workstream', label: 'Workstream', before: null, after: 'For adult' },
        { field: 'status', label: 'Status', before: null, after: 'Not started' },
      ]),
    )
    expect(cleared.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['task-overdue~alpha.task.adult', 'task-overdue~alpha.task.children']),
    )
    expect(raised.map(({ subject }) => subject.title)).toContain(title)
    expect(decided).toMatchObject([
      { id: flag, before: 'open', after: 'disputed', said: [{ event: 'disputed', words: 'There is one' }] },
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

  it('names whatever else of a task is other than it was, people by name', async () => {
    day('2023-03-17')
    const progress = 'Twelve of the fourteen practices have answered. '.repeat(5).trim()
    await write('/tasks/alpha.task.adult', 'PATCH', { status: 'in-progress', percent: 40 })
    day('2023-03-18')
    await write('/tasks/alpha.task.adult', 'PATCH', {
      percent: 60,
      owner: 'person.sro',
      progress,
      nextStep: 'Ask the last two',
      evidence: [{ title: 'List of answers', url: null }],
      serves: [],
    })
    const { tasks } = await compare('from=2023-03-17&to=2023-03-18')
    expect(tasks).toMatchObject([{ id: 'alpha.task.adult', created: false, ended: false }])
    const changes = Object.fromEntries(
      (tasks[0]?.changes ?? []).map(({ label, before, after }) => [label, [before, after]]),
    )
    expect(changes).toEqual({
      'Requirements it serves': [expect.stringMatching(/^1\.1\.3 /), 'None'],
      Owner: [null, 'Senior responsible owner'],
      'Percent complete': ['40', '60'],
      Progress: [null, progress],
      'Next step': [null, 'Ask the last two'],
      Evidence: ['None', 'List of answers'],
    })
  })

  it('names a task of which somebody only said that it stands as it stood', async () => {
    day('2023-03-19')
    await write('/tasks/alpha.task.adult', 'PATCH', { percent: 60 })
    const { tasks } = await compare('from=2023-03-18&to=2023-03-19')
    expect(tasks).toMatchObject([
      { changes: [{ label: 'Last updated', before: '18 March 2023', after: '19 March 2023' }] },
    ])
  })

  it('names what was asked and answered about a flag', async () => {
    day('2023-03-20')
    const sro = await service.signIn('person.sro')
    const flag = '/flags/task-without-owner~alpha.task.children'
    await write(`${flag}/decisions`, 'POST', { kind: 'ask', question: 'Who could lead it?' }, sro)
    const { decided } = await compare('from=2023-03-19&to=2023-03-20')
    expect(decided).toMatchObject([
      { before: 'disputed', after: 'asked', said: [{ event: 'asked', words: 'Who could lead it?' }] },
    ])
  })

  it('counts the entries about what it does not compare', async () => {
    day('2023-03-21')
    await service.context.store.change(
      { programme: 'alpha', actor: 'person.sro', idempotency: null },
      (change) => {
        const [group] = change.before.state.records.group
        if (!group) throw new Error('there is one group')
        const action = 'group.updated'
        change.put('group', { ...group, memberCount: 9 }, { expectedVersion: 1, action, why: null })
      },
      () => null,
    )
    const { tasks, elsewhere } = await compare('from=2023-03-20&to=2023-03-21')
    expect(tasks).toEqual([])
    expect(elsewhere).toContainEqual({ kind: 'group', entries: 1 })
  })

  it('names measures that are answered otherwise, and the ambition above them', async () => {
    day('2023-03-22')
    await service.context.store.change(
      { programme: 'alpha', actor: 'person.sro', idempotency: null },
      (change) => {
        const [answer] = change.before.state.records.answer
        if (!answer) throw new Error('there is one answer')
        const action = 'answer.updated'
        change.put(
          'answer',
          { ...answer, level: 2, nextStep: 'Train the team' },
          { expectedVersion: 1, action, why: null },
        )
      },
      () => null,
    )
    const { measures, ambitions, journal } = await compare('from=2023-03-21&to=2023-03-22')
    expect(measures).toMatchObject([
      {
        id: 'ambitions.1.1.3',
        before: { state: 'answered', level: 3 },
        after: { level: 2 },
        changes: [{ label: 'Next step', before: null, after: 'Train the team' }],
      },
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
