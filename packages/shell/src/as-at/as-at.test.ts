import type { KnownAsAt } from '@workplan/domain'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  exampleService,
  openApp,
  problem,
  programmeView,
  session,
  taskView,
  type ExampleService,
} from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const ABOUT = 'GET /api/programmes/bnssg'
const TASK = 'GET /api/programmes/bnssg/tasks/bnssg.task.training'
const LEAD = session({ may: ['programme.view', 'task.update', 'rules.view'], pinned: false })
const KNOWN: KnownAsAt = {
  asAt: '2024-03-03',
  entry: 12,
  at: '2024-03-03T14:00:00.000Z',
  day: '2024-03-03',
  judgedOn: '2024-03-03',
}

const adult = workstreamApp({
  app: 'adult',
  title: 'Adult services',
  sections: [{ text: 'Rules', route: 'workplan', action: 'rules.view' }],
  routes: [
    {
      path: 'set',
      name: 'set',
      component: { template: '<p>Set it</p>' },
      meta: { title: 'Set', action: 'rules.view' },
    },
  ],
})

function pastService(known: Partial<KnownAsAt> = {}): ExampleService {
  const service = exampleService({ session: LEAD, tasks: [taskView({ mayUpdate: true })] })
  service.on(ABOUT, { ...programmeView({ pinned: false }), known: { ...KNOWN, ...known } })
  return service
}

describe('the programme as it was', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('is asked of every read below the programme, said on the page, and kept in every link', async () => {
    const service = pastService()
    const page = await openApp(adult, '/bnssg/workplan?asAt=2024-03-03')
    await page.shows('Map training and support')
    await page.shows('You are looking at the programme as it was on 3 March 2024, at its end.')
    expect(page.text()).toContain('As on 3 March 2024')
    const reads = service.requests.filter(({ url }) => url.pathname.startsWith('/api/programmes/'))
    expect(reads.length).toBeGreaterThan(1)
    expect(reads.filter(({ url }) => url.searchParams.get('asAt') !== '2024-03-03')).toEqual([])
    for (const name of ['My week', 'Map training and support', 'Governance'])
      expect(page.control(name).getAttribute('href')).toContain('asAt=2024-03-03')
    expect(page.control('Go back to now').getAttribute('href')).toBe('/adult/bnssg/workplan')
    expect(service.streams).toHaveLength(0)
  })

  it('stays in the address from page to page, and another moment opens a new document', async () => {
    pastService()
    const page = await openApp(adult, '/bnssg/workplan?asAt=2024-03-03')
    await page.shows('Map training and support')
    await page.router.push('/bnssg/my-week')
    expect(page.router.currentRoute.value.fullPath).toBe('/bnssg/my-week?asAt=2024-03-03')
    const opened = vi.spyOn(window.location, 'assign').mockReturnValue(undefined)
    await page.router.push('/bnssg/workplan?asAt=2024-03-04')
    expect(opened).toHaveBeenCalledWith('/adult/bnssg/workplan?asAt=2024-03-04')
    expect(page.router.currentRoute.value.path).toBe('/bnssg/my-week')
  })

  it('can be read and not changed, with what its flags rest on', async () => {
    const service = pastService({ judgedOn: '2024-03-01' })
    const page = await openApp(adult, '/bnssg/tasks/bnssg.task.training?asAt=2024-03-03')
    await page.shows('Requirements it serves')
    await page.shows('Nothing can be changed here, because the past stays as it was.')
    await page.shows('Its flags are those of 1 March 2024')
    expect(page.offers('Update this task')).toBe(false)
    expect(page.offers('Rules')).toBe(false)
    expect(service.seen(TASK)).toHaveLength(1)
    await page.router.push('/bnssg/set')
    await page.shows('This page is only there for now')
  })

  it('before the first entry is answered with when that was, and with the way to another date', async () => {
    const service = pastService()
    service.on(
      ABOUT,
      problem(404, 'not-found', 'The journal does not reach back so far. It begins on 2 March 2024.'),
    )
    const page = await openApp(adult, '/bnssg/workplan?asAt=2001-01-01')
    await page.shows('It begins on 2 March 2024.')
    expect(page.text()).not.toContain('You are looking at')
    await page.press(/^Choose another date/)
    await page.shows('Show the programme as it was on')
  })

  it('is refused in plain words when the address holds no date', async () => {
    pastService().on(ABOUT, problem(400, 'invalid-input', 'asAt: Invalid ISO date'))
    const page = await openApp(adult, '/bnssg/workplan?asAt=lately')
    await page.shows('The address asks for ‘lately’, which is no date that we can read.')
  })
})

describe('a moment without a programme', () => {
  it('leads to the programmes, each as it was then', async () => {
    pastService()
    const page = await openApp(adult, '/?asAt=2024-03-03')
    await page.shows('Choose a programme')
    await page.shows('The programme you open is shown as it was on 3 March 2024, at its end.')
    expect(page.control(session().programmes[0]?.name ?? '').getAttribute('href')).toBe(
      '/adult/bnssg/?asAt=2024-03-03',
    )
    expect(page.control('Go back to now').getAttribute('href')).toBe('/adult/')
  })
})

describe('choosing a moment', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('opens the same page at that day, or at a time of that day', async () => {
    pastService()
    const opened = vi.spyOn(window.location, 'assign').mockReturnValue(undefined)
    const page = await openApp(adult, '/bnssg/workplan?q=map')
    await page.shows('Look at an earlier date')
    await page.press('Look at an earlier date')
    await page.shows('Show the programme as it was on')
    await page.press('Show it')
    await page.shows('Enter a date, such as 3 3 2024')
    await page.fill('Day', '3')
    await page.fill('Month', '3')
    await page.fill('Year', '2024')
    await page.press('Show it')
    expect(opened).toHaveBeenLastCalledWith('/adult/bnssg/workplan?q=map&asAt=2024-03-03')
    await page.fill('Time, if it matters', '14:05')
    await page.press('Show it')
    const at = encodeURIComponent(new Date('2024-03-03T14:05:00').toISOString()).replaceAll('%3A', ':')
    expect(opened).toHaveBeenLastCalledWith(`/adult/bnssg/workplan?q=map&asAt=${at}`)
  })
})
