import { TasksSaved, TaskView, type TaskChange } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const TASKS = '/api/programmes/alpha/tasks'
const [ADULT, SECOND, CHILDREN] = ['alpha.task.adult', 'alpha.task.second', 'alpha.task.children'] as const

let service: TestService
let lead: string
let office: string

beforeAll(async () => {
  const state = smallProgramme('alpha')
  const [adult] = state.records.task
  if (adult)
    state.records.task.push({ ...adult, id: SECOND, title: 'Second work', statusAsStated: 'Slipping' })
  service = await openTestService({ programmes: [{ state }] })
  lead = await service.signIn('person.lead-adult')
  office = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

async function viewOf(id: string): Promise<TaskView> {
  return TaskView.parse(await (await service.send(`${TASKS}/${id}`, { cookie: office })).json())
}

/** The same change of several tasks, from the versions they have now. */
async function all(ids: readonly string[], change: TaskChange) {
  const views = await Promise.all(ids.map(viewOf))
  return views.map(({ task, version }) => ({ id: task.id, version, change }))
}

function send(tasks: unknown, { cookie = lead, reason }: { cookie?: string; reason?: string } = {}) {
  return service.send(`${TASKS}/changes`, { cookie, json: { tasks, ...(reason && { reason }) } })
}

function undo(items: readonly TaskView[], cookie = lead) {
  const tasks = items.map(({ task, version }) => ({ id: task.id, version }))
  return service.send(`${TASKS}/undo`, { cookie, json: { tasks } })
}

function journal(limit: number) {
  return service.context.store.readJournal('alpha', { order: 'newest-first', limit })
}

describe('changing several tasks', () => {
  it('is one change with one reason, which says what it did to the flags, and can be undone as a whole', async () => {
    const before = await Promise.all([ADULT, SECOND].map(viewOf))
    const answer = await send(await all([ADULT, SECOND], { status: 'done' }), { reason: 'Board of 13 March' })
    const { items, flags } = TasksSaved.parse(await answer.json())
    expect(items.map(({ task, version }) => [task.status, task.percent, version])).toEqual([
      ['done', 100, 2],
      ['done', 100, 2],
    ])
    expect(flags).toMatchObject({ cleared: [{}, {}], raised: [] })
    const rows = await journal(4)
    expect(new Set(rows.map(({ change }) => change)).size).toBe(1)
    expect(rows.filter(({ action }) => action === 'task.updated').map(({ why }) => why)).toEqual([
      'Board of 13 March',
      'Board of 13 March',
    ])

    const undone = TasksSaved.parse(await (await undo(items)).json())
    expect(undone.items.map(({ task }) => task)).toEqual(before.map(({ task }) => task))
    expect(undone.flags.reopened).toHaveLength(2)
    expect((await journal(4)).filter(({ action }) => action === 'task.undone')).toHaveLength(2)
  })

  it('changes none when somebody else changed one, and names it and them', async () => {
    const asked = await all([ADULT, SECOND], { progress: 'All of us' })
    expect((await send(await all([SECOND], { nextStep: 'Mine' }), { cookie: office })).status).toBe(200)
    const stored = await storedRows(service.opened.database)
    const problem = await expectProblem(await send(asked), 'stale-version')
    expect(problem.errors).toEqual([{ path: 'tasks.1', message: 'Second work: changed by Programme office' }])
    expect(problem.current).toMatchObject([{ task: { id: SECOND, nextStep: 'Mine' } }])
    expect(await storedRows(service.opened.database)).toBe(stored)
  })

  it('changes none when one of them may not be changed, does not exist or does not fit', async () => {
    const mine = await all([ADULT], { progress: 'x' })
    const stored = await storedRows(service.opened.database)
    const others = await all([CHILDREN], { progress: 'x' })
    await expectProblem(await send([...mine, ...others]), 'not-allowed')
    const nowhere = { id: 'alpha.task.none', version: 1, change: { progress: 'x' } }
    await expectProblem(await send([...mine, nowhere]), 'not-found')
    const blocked = await all([SECOND], { status: 'blocked' })
    const unfit = await expectProblem(await send([...mine, ...blocked]), 'invalid-input')
    expect(unfit.errors).toEqual([{ path: 'tasks.1.change.statusReason', message: 'Say what blocks it' }])
    await expectProblem(await send([...mine, ...mine]), 'invalid-input')
    expect(await storedRows(service.opened.database)).toBe(stored)
  })

  it('lets a lead move work only within their own workstreams', async () => {
    const given = await all([ADULT], { workstream: 'alpha.ws.children' })
    const kept = await send(given)
    // It still names adults, so it stays the lead's.
    expect(kept.status).toBe(200)
    const child = await all([CHILDREN], { workstream: 'alpha.ws.adult' })
    await expectProblem(await send(child), 'not-allowed')
    expect((await send(child, { cookie: office })).status).toBe(200)
    await expectProblem(await send(await all([ADULT], { workstream: 'alpha.ws.none' })), 'invalid-input')
  })
})

describe('undoing a change', () => {
  async function changed(change: TaskChange): Promise<TaskView[]> {
    return TasksSaved.parse(await (await send(await all([SECOND], change))).json()).items
  }

  it.each([
    { status: 'blocked', statusReason: 'staffing' },
    { percent: 40 },
    { due: '2023-04' },
    { progress: 'Said', nextStep: null },
    { evidence: [{ title: 'Minutes', url: null }] },
    { owner: 'person.lead-adult', serves: [] },
  ] satisfies TaskChange[])('puts back everything that %j touched', async (change) => {
    const before = await viewOf(SECOND)
    const items = await changed(change)
    expect(items[0]?.task).not.toEqual(before.task)
    expect((await undo(items)).status).toBe(200)
    expect((await viewOf(SECOND)).task).toEqual(before.task)
  })

  it('can itself be undone', async () => {
    const items = await changed({ progress: 'There and back' })
    const back = TasksSaved.parse(await (await undo(items)).json())
    await undo(back.items)
    expect((await viewOf(SECOND)).task.progress).toBe('There and back')
  })

  it('is refused once somebody else has written since, who is named', async () => {
    const items = await changed({ progress: 'Mine' })
    await send(await all([SECOND], { nextStep: 'Theirs' }), { cookie: office })
    const problem = await expectProblem(await undo(items), 'stale-version')
    expect(problem.errors).toEqual([{ path: 'tasks.0', message: 'Second work: changed by Programme office' }])
    expect((await viewOf(SECOND)).task).toMatchObject({ progress: 'Mine', nextStep: 'Theirs' })
  })

  it('is for the person who made the change, and only where there is one', async () => {
    const items = await changed({ progress: 'Of the lead' })
    await expectProblem(await undo(items, office), 'conflict')
    const created = await service.send(TASKS, {
      cookie: lead,
      json: { title: 'New', workstream: 'alpha.ws.adult', audience: ['adult'], serves: [] },
    })
    const { item } = (await created.json()) as { item: TaskView }
    await expectProblem(await undo([item]), 'conflict')
    await expectProblem(await undo(items, await service.signIn('person.viewer')), 'not-allowed')
  })
})
