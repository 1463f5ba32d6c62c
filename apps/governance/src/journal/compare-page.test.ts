import { openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { comparison } from '../testing/example-comparison.ts'
import { at, governanceService } from '../testing/governance-service.ts'

const OFFICE = session({ may: ['programme.view', 'journal.view'] })
const COMPARE = at('compare')
const TWO_DATES = '/bnssg/journal/compare?from=2023-03-01&to=2023-03-13'

function opened(answer: object, address = TWO_DATES) {
  const service = governanceService({ 'GET /api/session': OFFICE, [COMPARE]: answer })
  return { service, page: openApp(governance, address) }
}

describe('comparing two dates', () => {
  it('counts what changed, and each count leads to its records and the entries behind them', async () => {
    const { service, page: opening } = opened(comparison())
    const page = await opening
    await page.shows('1 task done')
    expect(service.seen(COMPARE)[0]?.url.search).toBe('?from=2023-03-01&to=2023-03-13')
    expect(page.control('1 task done').getAttribute('href')).toBe('#ended')
    expect(page.root.querySelector('#ended')?.textContent).toContain('Status: from “In progress” to “Done”')
    expect(page.control('Map training and support').getAttribute('href')).toBe(
      '/governance/bnssg/tasks/bnssg.task.training',
    )
    expect(page.text()).toContain('Lead for adult services: Task updated')
    expect(page.text()).toContain('4 of 12, 10 answered')
    expect(page.text()).not.toContain('Tasks created')
    expect(page.control(/^Look at the programme as it was \(From\)/).getAttribute('href')).toBe(
      '/governance/bnssg/home?asAt=2023-03-01',
    )
  })

  it('asks for the dates that are typed, and puts them into the address', async () => {
    const { service, page: opening } = opened(comparison(), '/bnssg/journal/compare')
    const page = await opening
    await page.shows('Choose the first date')
    expect(service.seen(COMPARE)).toHaveLength(0)
    await page.press(/^Compare$/)
    await page.shows('Enter a date, such as 3 3 2024')
    await page.fill('Day', '1')
    await page.fill('Month', '3')
    await page.fill('Year', '2023')
    await page.press(/^Compare$/)
    await page.shows('1 task done')
    expect(page.router.currentRoute.value.query).toEqual({ from: '2023-03-01' })
    expect(service.seen(COMPARE)[0]?.url.search).toBe('?from=2023-03-01')
  })

  it('shows every field that changed of a task, a long text in full beneath its name', async () => {
    const [task] = comparison().tasks
    if (!task) throw new Error('there is a task')
    const progress = 'Twelve of the fourteen practices have answered. '.repeat(5).trim()
    const changes = [
      { field: 'owner', label: 'Owner', before: null, after: 'Clinical lead' },
      { field: 'percent', label: 'Percent complete', before: '40', after: '60' },
      { field: 'progress', label: 'Progress', before: 'Not begun', after: progress },
    ]
    const page = await opened(comparison({ tasks: [{ ...task, ended: false, changes }] })).page
    await page.shows('1 task changed')
    const changed = page.root.querySelector('#changed')
    expect(changed?.textContent).toContain('Owner: from not stated to “Clinical lead”')
    expect(changed?.textContent).toContain('Percent complete: from “40” to “60”')
    const long = changed?.querySelector('details')
    expect(long?.querySelector('summary')?.textContent).toBe('Progress: read both texts')
    expect([...(long?.querySelectorAll('dd') ?? [])].map((text) => text.textContent)).toEqual([
      'Not begun',
      progress,
    ])
  })

  it('says so when nothing changed, and when only other things did', async () => {
    const none = { tasks: [], measures: [], ambitions: [], raised: [], decided: [], journal: [] }
    const page = await opened(comparison({ ...none, elsewhere: [] })).page
    await page.shows('Nothing changed')
    const other = await opened(comparison(none)).page
    await other.shows('No task, level or flag changed')
    expect(other.text()).toContain('2 other entries of the journal')
    expect(other.text()).toContain('milestone (2)')
    expect(other.text()).not.toContain('Nothing changed')
  })

  it.each([
    ['from=lately', 'The address asks to compare from ‘lately’, which is no date that we can read.'],
    ['from=2023-02-30', 'compare from ‘2023-02-30’, which is a day that no calendar has.'],
    ['from=2023-03-01&from=2023-03-02', 'from more than one moment: ‘2023-03-01’ and ‘2023-03-02’.'],
    ['from=2023-03-01&to=', 'compare up to a moment and does not say which.'],
    [
      'from=2023-03-01&to=2023-03-13T06:50',
      'compare up to ‘2023-03-13T06:50’, which has a time that we cannot read',
    ],
  ])('says what is wrong with an address with %s, and compares nothing else', async (query, words) => {
    const { service, page: opening } = opened(comparison(), `/bnssg/journal/compare?${query}`)
    const page = await opening
    await page.shows('We cannot read the dates in this address')
    expect(page.text()).toContain(words)
    expect(page.text()).toContain('a date is written 2024-03-31')
    expect(service.seen(COMPARE)).toHaveLength(0)
  })

  it('says in plain words when there is nothing to compare with', async () => {
    const page = await opened(problem(404, 'not-found', 'The journal begins on 2 March 2023.')).page
    await page.shows('The journal begins on 2 March 2023.')
  })
})
