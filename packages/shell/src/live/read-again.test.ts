import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exampleService, noNetwork, openApp, problem, taskView } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
const TASKS = 'GET /api/programmes/bnssg/tasks'

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

/** The workplan, which heard of a change and could not be read again; `heal` lets it be read. */
async function unreadWorkplan(failure: () => object) {
  const service = exampleService({ tasks: [taskView()] })
  const page = await openApp(adult, '/bnssg/workplan')
  await page.shows('Map training and support')
  await vi.waitUntil(() => service.streams.length > 0)
  service.streams[0]?.open()
  let healed = false
  service.on(TASKS, () =>
    healed ? { items: [taskView({ task: { title: 'A new name' } })], next: null } : failure(),
  )
  service.publish({ seq: 2, programme: 'bnssg', kinds: ['task'], ids: [] })
  await page.shows('You see what we read before.')
  return { service, page, heal: () => (healed = true) }
}

describe('what could not be read again', () => {
  it.each([
    ['while the network was down', noNetwork],
    [
      'while the service had no database',
      () => problem(503, 'database-unavailable', 'There is no database.'),
    ],
  ])('%s is read by itself, after growing waits', async (_when, failure) => {
    const { service, page, heal } = await unreadWorkplan(failure)
    const asked = service.seen(TASKS).length
    await vi.advanceTimersByTimeAsync(2_000)
    expect(service.seen(TASKS)).toHaveLength(asked + 1)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(service.seen(TASKS)).toHaveLength(asked + 1)
    heal()
    await vi.advanceTimersByTimeAsync(2_000)
    await page.shows('A new name')
    expect(page.text()).not.toContain('You see what we read before.')
    const read = service.seen(TASKS).length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(service.seen(TASKS)).toHaveLength(read)
  })

  it('is read as soon as the live connection is back', async () => {
    const { service, page, heal } = await unreadWorkplan(noNetwork)
    // Longer waits by now than the connection needs.
    await vi.advanceTimersByTimeAsync(2_000)
    await vi.advanceTimersByTimeAsync(5_000)
    service.streams.at(-1)?.fail({ forGood: false })
    heal()
    await page.press('Try now')
    const asked = service.seen(TASKS).length
    service.streams.at(-1)?.open({ place: 2 })
    await vi.advanceTimersByTimeAsync(0)
    expect(service.seen(TASKS)).toHaveLength(asked + 1)
    await page.shows('A new name')
  })

  it('is left alone when it was refused for good', async () => {
    const { service } = await unreadWorkplan(() => problem(403, 'not-allowed', 'You may not see this.'))
    const asked = service.seen(TASKS).length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(service.seen(TASKS)).toHaveLength(asked)
  })
})
