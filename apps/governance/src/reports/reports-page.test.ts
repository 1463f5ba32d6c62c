import { openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { report, reportSummary } from '../testing/example-report.ts'
import { group } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const SECRETARY = session({ may: ['programme.view', 'report.draft', 'report.edit', 'report.issue'] })
const BOARD = group('Board', { id: 'group.board', mayDraft: true })

function openReports(query = '') {
  return openApp(governance, `/bnssg/reports${query}`)
}

describe('the list of reports', () => {
  it('shows group, period and status, and what takes the place of what', async () => {
    const issued = reportSummary({
      id: 'bnssg.report.2',
      number: 2,
      title: 'Third quarter',
      status: 'superseded',
      period: { from: '2022-10-01', to: '2022-12-31' },
      issuedAt: '2023-01-10T10:00:00.000Z',
      issuedBy: 'Secretary',
      supersededBy: 'bnssg.report.3',
    })
    governanceService({ [at('reports')]: listOf(reportSummary(), issued) })
    const page = await openReports()
    await page.shows('2 reports')
    expect(page.text()).toContain('Quarter 4 of 2022-23')
    expect(page.text()).toContain('Quarter 3 of 2022-23')
    expect(page.control('2. Third quarter').getAttribute('href')).toBe(
      '/governance/bnssg/reports/bnssg.report.2',
    )
    expect(page.control('a later one').getAttribute('href')).toBe('/governance/bnssg/reports/bnssg.report.3')
  })

  it('takes its filters from the address', async () => {
    governanceService({
      [at('reports')]: listOf(reportSummary(), reportSummary({ id: 'r2', status: 'issued', number: 1 })),
    })
    const page = await openReports('?status=issued')
    await page.shows('1 report, 1 hidden by filters')
    await page.press('Clear all filters')
    await page.shows('2 reports')
  })

  it('says what a report is when there is none, and offers nothing to people who may not draft', async () => {
    governanceService()
    const page = await openReports('?new=yes')
    await page.shows('No reports yet')
    expect(page.text()).toContain('The secretary of a group drafts the first one.')
    expect(page.offers('Draft a report')).toBe(false)
    expect(page.offers('Begin the draft')).toBe(false)
  })

  it('says what went wrong and reads again', async () => {
    const service = governanceService({
      [at('reports')]: problem(500, 'internal', 'The reports could not be read.'),
    })
    const page = await openReports()
    await page.shows('The reports could not be read.')
    service.on(at('reports'), listOf(reportSummary()))
    await page.press('Try again')
    await page.shows('1 report')
  })
})

describe('a new report', () => {
  function openForm(given: Record<string, object> = {}) {
    const service = governanceService({
      'GET /api/session': SECRETARY,
      [at('groups')]: listOf(BOARD, group('Another', { mayDraft: true }), group('Not mine')),
      [at('reports', 'POST')]: report(),
      [at('reports/bnssg.report.1')]: report(),
      ...given,
    })
    return { service, opened: openReports('?new=yes') }
  }

  it('offers the groups one drafts for and the quarter the programme stands in', async () => {
    const { service, opened } = openForm()
    const page = await opened
    await page.shows('Begin the draft')
    expect(page.text()).not.toContain('Not mine')
    await page.press('Begin the draft')
    await page.shows('Choose the group the report is for')
    await page.fill('Group', BOARD.id)
    await page.press('Begin the draft')
    await page.shows('Report of the fourth quarter')
    expect(service.requests.find(({ method }) => method === 'POST')?.body).toEqual({
      group: 'group.board',
      period: { from: '2023-01-01', to: '2023-03-31' },
    })
    expect(page.router.currentRoute.value.params['report']).toBe('bnssg.report.1')
  })

  it('takes other dates, the last not before the first', async () => {
    const { service, opened } = openForm({ [at('groups')]: listOf(BOARD) })
    const page = await opened
    await page.shows('Begin the draft')
    await page.press('Other dates')
    await page.press('Begin the draft')
    await page.shows('Enter the first day of the period')
    const [first, last] = [...page.root.querySelectorAll('.nhsuk-date-input')]
    const enter = (part: Element | undefined, values: string[]) =>
      part?.querySelectorAll('input').forEach((input, index) => {
        input.value = values[index] ?? ''
        input.dispatchEvent(new Event('input', { bubbles: true }))
      })
    enter(first, ['1', '2', '2023'])
    enter(last, ['1', '1', '2023'])
    await page.press('Begin the draft')
    await page.shows('The last day must not be before the first')
    enter(last, ['14', '3', '2023'])
    await page.press('Begin the draft')
    await page.shows('Report of the fourth quarter')
    expect(service.requests.find(({ method }) => method === 'POST')?.body).toMatchObject({
      period: { from: '2023-02-01', to: '2023-03-14' },
    })
  })

  it('says why the service refused and keeps what was chosen', async () => {
    const { opened } = openForm({
      [at('reports', 'POST')]: problem(409, 'conflict', 'There is a draft for this period already.'),
    })
    const page = await opened
    await page.shows('Begin the draft')
    await page.fill('Group', BOARD.id)
    await page.press('Begin the draft')
    await page.shows('There is a draft for this period already.')
    expect(page.field('Group').value).toBe(BOARD.id)
  })
})
