import { GroupSaved, GroupView, JournalEntry, Report, type ProgrammeState } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOf } from '../http/lists.ts'
import { boardOf } from '../testing/board.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const GROUPS = '/api/programmes/alpha/groups'
const reason = 'The board agreed to it'

let service: TestService
let office: string
let secretary: string

beforeAll(async () => {
  service = await openTestService({ programmes: [{ state: programmeWithGroups() }] })
  office = await service.signIn('person.programme-office')
  secretary = await service.signIn('person.secretary')
})
afterAll(() => service.close())

function programmeWithGroups(): ProgrammeState {
  const state = smallProgramme('alpha')
  state.records.group = ['icb', 'board', 'delivery', 'task', 'gone', 'mine', 'report', 'race'].map((name) =>
    boardOf(idOf(name), { name: `The ${name}`, ...(name === 'gone' && { state: 'retired' }) }),
  )
  state.records['reporting-line'] = [
    line('board', 'icb'),
    line('delivery', 'board'),
    line('task', 'delivery'),
  ]
  return state
}

function idOf(name: string): string {
  return `alpha.group.${name}`
}

function line(from: string, to: string): ProgrammeState['records']['reporting-line'][number] {
  const id = `alpha.line.${from}.${to}`
  return { id, source: { document: 'Test' }, from: idOf(from), to: idOf(to), state: 'stated' }
}

async function groupNamed(name: string): Promise<GroupView> {
  const { items } = listOf(GroupView).parse(await (await service.send(GROUPS, { cookie: secretary })).json())
  const found = items.find(({ id }) => id === idOf(name))
  if (!found) throw new Error(`there is no group ${name}`)
  return found
}

function add(json: object, cookie = office): Promise<Response> {
  const input = {
    ...{ kind: 'themed', state: 'active', reportsTo: [], chair: null, endsOn: null, reports: null },
    reason,
    ...json,
  }
  return service.send(GROUPS, { cookie, json: input })
}

async function change(name: string, json: object, version?: number): Promise<Response> {
  const seen = version ?? (await groupNamed(name)).version
  const headers = { 'if-match': `"${seen}"` }
  const sent = { method: 'PATCH', json: { reason, ...json }, headers, cookie: office }
  return service.send(`${GROUPS}/${idOf(name)}`, sent)
}

async function retire(name: string, json: object = {}): Promise<Response> {
  const headers = { 'if-match': `"${(await groupNamed(name)).version}"` }
  return service.send(`${GROUPS}/${idOf(name)}/retire`, {
    json: { endedOn: '2023-03-10', successor: null, reason, ...json },
    headers,
    cookie: office,
  })
}

async function journalOf(id: string): Promise<JournalEntry[]> {
  const answer = await service.send(`/api/programmes/alpha/journal?id=${id}`, { cookie: office })
  return listOf(JournalEntry).parse(await answer.json()).items
}

describe('a new group', () => {
  it('is added with its reporting lines, and both are in the journal', async () => {
    const answer = await add({
      ...{ name: 'Bereavement', kind: 'task-and-finish', endsOn: '2023-12', reports: 'quarterly' },
      reportsTo: [idOf('icb')],
    })
    expect(answer.status).toBe(201)
    const { item } = GroupSaved.parse(await answer.json())
    expect(item).toMatchObject({ name: 'Bereavement', endsOn: '2023-12', state: 'active', version: 2 })
    expect(item.reportsTo).toEqual([{ id: idOf('icb'), name: 'The icb', state: 'stated' }])
    expect(await journalOf(item.id)).toMatchObject([{ action: 'group.created', why: reason }])
  })

  it('needs an end where it is for a task, and a name of its own', async () => {
    const endless = await expectProblem(await add({ name: 'Task', kind: 'task-and-finish' }), 'invalid-input')
    expect(endless.errors?.[0]?.path).toBe('endsOn')
    const namesake = await expectProblem(await add({ name: ' the BOARD' }), 'invalid-input')
    expect(namesake.errors).toEqual([{ path: 'name', message: 'There is a group called The board already' }])
  })

  it('does not report to a group that has ended or that is not there', async () => {
    const problem = await expectProblem(
      await add({ name: 'New', reportsTo: [idOf('gone'), 'beta.group.board'] }),
      'invalid-input',
    )
    expect(problem.errors?.map(({ path }) => path)).toEqual(['reportsTo.0', 'reportsTo.1'])
  })

  it('is added by the programme office only', async () => {
    await expectProblem(await add({ name: 'Mine' }, secretary), 'not-allowed')
  })
})

describe('changing a group', () => {
  it('keeps the earlier name when it is renamed, and may have it back', async () => {
    const { item } = GroupSaved.parse(await (await change('mine', { name: 'Ours' })).json())
    expect(item).toMatchObject({ name: 'Ours', earlierNames: [{ name: 'The mine', until: '2023-03-13' }] })
    const { item: again } = GroupSaved.parse(await (await change('mine', { name: 'The mine' })).json())
    expect(again.earlierNames.map(({ name }) => name)).toEqual(['The mine', 'Ours'])
  })

  it('leaves the name in a report that was issued', async () => {
    const json = { group: idOf('report'), period: { from: '2023-01-01', to: '2023-03-31' } }
    const drafted = await service.send('/api/programmes/alpha/reports', { cookie: secretary, json })
    const path = `/api/programmes/alpha/reports/${Report.parse(await drafted.json()).id}`
    const headers = { 'if-match': '"1"' }
    const issued = await service.send(`${path}/issue`, { cookie: secretary, method: 'POST', headers })
    const before = Report.parse(await issued.json())
    expect((await change('report', { name: 'Another name' })).status).toBe(200)
    expect(Report.parse(await (await service.send(path, { cookie: secretary })).json())).toEqual(before)
    expect(before.group.name).toBe('The report')
  })

  it('moves the reporting lines: new ones hold, others are former', async () => {
    const { version } = await groupNamed('task')
    const answer = await change('task', { reportsTo: [idOf('board')] })
    const { item } = GroupSaved.parse(await answer.json())
    expect(item.version).toBeGreaterThan(version)
    expect(item.reportsTo.map(({ id, state }) => [id, state])).toEqual([
      [idOf('delivery'), 'former'],
      [idOf('board'), 'stated'],
    ])
    const { item: back } = GroupSaved.parse(
      await (await change('task', { reportsTo: [idOf('delivery')] })).json(),
    )
    expect(back.reportsTo.map(({ state }) => state)).toEqual(['stated', 'former'])
  })

  it('refuses lines that would go round in a circle', async () => {
    const before = await storedRows(service.opened.database)
    for (const reportsTo of [[idOf('board')], [idOf('task')]])
      await expectProblem(await change('board', { reportsTo }), 'invalid-input')
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it('refuses a version that is not the present one, also when only a line changed', async () => {
    const { version } = await groupNamed('race')
    expect((await change('race', { reportsTo: [idOf('icb')] }, version)).status).toBe(200)
    const problem = await expectProblem(await change('race', { name: 'Late' }, version), 'stale-version')
    expect(GroupView.parse(problem.current)).toEqual(await groupNamed('race'))
  })
})

describe('retiring a group', () => {
  it('is refused while a report to it is being written, and says which', async () => {
    const json = { group: idOf('mine'), period: { from: '2023-01-01', to: '2023-03-31' } }
    await service.send('/api/programmes/alpha/reports', { cookie: secretary, json })
    const problem = await expectProblem(await retire('mine'), 'conflict')
    expect(problem.detail).toContain('‘Highlight report to The mine, Quarter 4 of 2022-23’')
    expect((await groupNamed('mine')).state).toBe('active')
  })

  it('keeps it on record, and moves what reported to it to the successor', async () => {
    const { item } = GroupSaved.parse(await (await retire('delivery', { successor: idOf('task') })).json())
    expect(item).toMatchObject({
      state: 'retired',
      endsOn: '2023-03-10',
      successor: { id: idOf('task'), name: 'The task' },
    })
    expect(item.reportsTo.map(({ state }) => state)).toEqual(['former'])
    const successor = await groupNamed('task')
    const held = successor.reportsTo.filter(({ state }) => state === 'stated')
    expect(held.map(({ id }) => id)).toEqual([idOf('board')])
    const [entry] = await journalOf(item.id)
    expect(entry).toMatchObject({ action: 'group.retired', why: reason })
  })

  it('is refused twice, for a day to come, and for a successor that has ended', async () => {
    await expectProblem(await retire('gone'), 'conflict')
    await expectProblem(await retire('icb', { endedOn: '2023-03-14' }), 'invalid-input')
    const problem = await expectProblem(await retire('icb', { successor: idOf('gone') }), 'invalid-input')
    expect(problem.errors).toEqual([{ path: 'successor', message: 'The gone has ended' }])
  })
})
