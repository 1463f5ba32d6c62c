import type { TaskView } from '@workplan/domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seededRandom, wholeNumber } from '../testing/seeded-random.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'

interface List {
  items: TaskView[]
  place: string
  since: string | null
}

const TASKS = '/api/programmes/alpha/tasks'

let service: TestService
let office: string
let lead: string

beforeAll(async () => {
  service = await openTestService({ programmes: [{ state: programmeOfTasks() }] })
  office = await service.signIn('person.programme-office')
  lead = await service.signIn('person.lead-adult')
})
afterAll(() => service.close())

/** Twenty tasks, each of which waits for the one before it. */
function programmeOfTasks() {
  const state = smallProgramme('alpha')
  state.records.task = Array.from({ length: 20 }, (_, index) => {
    const [adult, children] = state.records.task
    const like = (index % 3 === 0 ? children : adult) as (typeof state.records.task)[number]
    const before = index === 0 ? [] : [{ task: `alpha.task.${index - 1}`, what: 'The one before' }]
    return { ...like, id: `alpha.task.${index}`, title: `Task ${index}`, dependsOn: before }
  })
  return state
}

async function read(query: string, cookie = office): Promise<List> {
  const answer = await service.send(`${TASKS}?${query}`, { cookie })
  expect(answer.status).toBe(200)
  return (await answer.json()) as List
}

async function change(id: string, json: object): Promise<void> {
  const before = (await (await service.send(`${TASKS}/${id}`, { cookie: office })).json()) as TaskView
  const headers = { 'if-match': `"${before.version}"` }
  const answer = await service.send(`${TASKS}/${id}`, { method: 'PATCH', cookie: office, json, headers })
  expect(answer.status).toBe(200)
}

it('sends a reader who names a place only what has become different since', async () => {
  const { place, items, since } = await read('app=adult')
  expect({ since, tasks: items.length }).toEqual({ since: null, tasks: 13 })
  expect(await read(`app=adult&since=${place}`)).toEqual({ items: [], next: null, place, since: place })

  await change('alpha.task.5', { status: 'done' })
  const later = await read(`app=adult&since=${place}`)
  expect(later.since).toBe(place)
  // The fourth is not waited for any more; the sixth, which waits for the fifth, is for children.
  expect(later.items.map(({ task }) => task.id)).toEqual(['alpha.task.4', 'alpha.task.5'])
  expect(later.items.map(({ waitedForBy }) => waitedForBy)).toEqual([[], []])
})

it('adds up to the whole list, whatever changes', async () => {
  const random = seededRandom(7)
  const statuses = ['done', 'in-progress', 'not-started'] as const
  let known = await read('app=adult')
  for (let round = 0; round < 25; round += 1) {
    const progress = `Round ${round}`
    const status = statuses[wholeNumber(random, 0, 2)]
    await change(
      `alpha.task.${wholeNumber(random, 0, 19)}`,
      random() < 0.7 ? { status, progress } : { progress },
    )
    const told = await read(`app=adult&since=${known.place}`)
    const byId = new Map(told.items.map((view) => [view.task.id, view]))
    known = { ...told, items: known.items.map((view) => byId.get(view.task.id) ?? view) }
    expect(told.since).not.toBeNull()
    expect(known.items).toEqual((await read('app=adult')).items)
  }
})

it('sends the whole list to a reader for whom other tasks are in it now', async () => {
  const { place } = await read('status=done')
  await change('alpha.task.9', { status: 'done', progress: 'Finished' })
  const later = await read(`status=done&since=${place}`)
  expect(later.since).toBeNull()
  expect(later.items.map(({ task }) => task.id)).toContain('alpha.task.9')
})

it('sends the whole list to a reader with other rights, and for a place that it does not know', async () => {
  const { place } = await read('')
  await change('alpha.task.10', { nextStep: 'Ask' })
  const ofLead = await read(`since=${place}`, lead)
  expect(ofLead.since).toBeNull()
  expect(new Set(ofLead.items.map(({ mayUpdate }) => mayUpdate))).toEqual(new Set([true, false]))
  for (const unknown of ['', '1', '9999.x', 'x'.repeat(100)])
    expect((await read(`since=${unknown}`)).items).toHaveLength(20)
})

it('sends the whole list when it is longer than a page, page by page', async () => {
  const first = (await read('limit=15')) as List & { next: string }
  const second = await read(`limit=15&cursor=${first.next}`)
  expect([first.items.length, second.items.length, second.place]).toEqual([15, 5, first.place])
})
