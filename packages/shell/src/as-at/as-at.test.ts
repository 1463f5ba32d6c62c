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

  it('to come is answered in the words of the service, with the way to another date', async () => {
    const detail = 'Nothing is known of the future yet: choose today or an earlier moment.'
    pastService().on(ABOUT, problem(400, 'invalid-input', detail))
    const page = await openApp(adult, '/bnssg/workplan?asAt=2999-01-01')
    await page.shows(detail)
    expect(page.offers(/^Choose another date/)).toBe(true)
  })
})

describe('a moment that cannot be read from the address', () => {
  const REFUSED = problem(400, 'invalid-input', 'Some fields were refused. Nothing was changed.')

  it.each([
    ['asAt=lately', '‘lately’, which is no date that we can read.'],
    ['asAt=99999-01-01', '‘99999-01-01’, which is no date that we can read.'],
    ['asAt=2023-02-30', '‘2023-02-30’, which is a day that no calendar has.'],
    ['asAt=2023-02-28T24:00:00Z', 'has a time that we cannot read'],
    ['asAt=2024-03-03T06:50', 'write it with seconds and a time zone'],
    ['asAt=2024-03-03T06:50Z', 'write it with seconds and a time zone'],
    ['asAt=', 'asks for a moment and does not say which.'],
    ['asAt', 'asks for a moment and does not say which.'],
    ['asAt=2024-03-03&asAt=2024-03-04', 'more than one moment: ‘2024-03-03’ and ‘2024-03-04’.'],
  ])('%s is said so, and no other is shown in its place', async (query, words) => {
    const service = pastService()
    service.on(ABOUT, REFUSED)
    const page = await openApp(adult, `/bnssg/workplan?q=map&${query}`)
    await page.shows('We cannot read the date in this address')
    expect(page.text()).toContain(words)
    expect(page.text()).toContain('a date is written 2024-03-31')
    expect(page.text()).not.toContain('Map training and support')
    expect(service.seen('GET /api/programmes/bnssg/tasks')).toHaveLength(0)
    expect(page.control('Go back to now').getAttribute('href')).toBe('/adult/bnssg/workplan?q=map')
    await page.press('Choose a date')
    await page.shows('Show the programme as it was on')
  })

  it('is said so where no programme is open', async () => {
    pastService()
    const page = await openApp(adult, '/?asAt=lately')
    await page.shows('‘lately’, which is no date that we can read.')
    expect(page.control('Go back to now').getAttribute('href')).toBe('/adult/')
    await page.press('Choose a date')
    await page.shows('Show the programme as it was on')
  })

  it.each(['2024-03-03T06:50:00Z', '2024-03-03T06:50:01.5+01:00'])('is not %s', async (asAt) => {
    const service = pastService()
    const page = await openApp(adult, `/bnssg/workplan?asAt=${asAt}`)
    await page.shows('Map training and support')
    await page.shows('You are looking at the programme as it was on')
    expect(service.seen(ABOUT)[0]?.url.searchParams.get('asAt')).toBe(asAt)
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
