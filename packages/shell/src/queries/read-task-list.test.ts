import type { TaskView } from '@workplan/domain'
import { expect, it } from 'vitest'
import { fakeService, taskView } from '../../testing/index.ts'
import { readTaskList, type TaskList } from './read-task-list.ts'

const TASKS = 'GET /api/programmes/bnssg/tasks'
const aTask = (id: string, version = 1): TaskView => taskView({ task: { id }, version })
const known: TaskList = { items: [aTask('a'), aTask('b'), aTask('c')], place: 'one' }

function reading(given?: TaskList) {
  const { signal } = new AbortController()
  return readTaskList('bnssg', { filters: { app: 'adult' }, signal, known: given })
}

it('reads the whole list at first, with its place', async () => {
  const service = fakeService({ [TASKS]: { items: known.items, next: null, place: 'one', since: null } })
  expect(await reading()).toEqual(known)
  expect(service.requests[0]?.url.search).toBe('?app=adult')
})

it('asks for what became different, and leaves the rest as it is', async () => {
  const changed = aTask('b', 2)
  const service = fakeService({ [TASKS]: { items: [changed], next: null, place: 'two', since: 'one' } })
  const list = await reading(known)
  expect(service.requests.map(({ url }) => url.search)).toEqual(['?app=adult&since=one'])
  expect(list).toEqual({ items: [known.items[0], changed, known.items[2]], place: 'two' })
  expect(list.items[0]).toBe(known.items[0])
})

it('takes the whole list that the service sends instead, to its end', async () => {
  const service = fakeService({})
  service.on(TASKS, ({ url }) =>
    url.searchParams.has('cursor')
      ? { items: [aTask('d')], next: null, place: 'two', since: null }
      : { items: [aTask('c')], next: '1', place: 'two', since: null },
  )
  expect(await reading(known)).toEqual({ items: [aTask('c'), aTask('d')], place: 'two' })
  expect(service.requests).toHaveLength(2)
})

it('reads everything when too much became different for one answer', async () => {
  const service = fakeService({})
  service.on(TASKS, ({ url }) =>
    url.searchParams.has('since')
      ? { items: [aTask('a', 2)], next: '500', place: 'two', since: 'one' }
      : { items: [aTask('a', 2), aTask('b', 2)], next: null, place: 'two', since: null },
  )
  expect(await reading(known)).toEqual({ items: [aTask('a', 2), aTask('b', 2)], place: 'two' })
})

it('has no place when something changed between two pages', async () => {
  const service = fakeService({})
  service.on(TASKS, ({ url }) =>
    url.searchParams.has('cursor')
      ? { items: [aTask('b')], next: null, place: 'two', since: null }
      : { items: [aTask('a')], next: '1', place: 'one', since: null },
  )
  expect(await reading()).toEqual({ items: [aTask('a'), aTask('b')], place: null })
})
