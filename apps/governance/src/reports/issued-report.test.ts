import { openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it, vi } from 'vitest'
import { governance } from '../governance.ts'
import { issuedReport, report } from '../testing/example-report.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const ONE = 'reports/bnssg.report.1'

function openReport() {
  return openApp(governance, '/bnssg/reports/bnssg.report.1')
}

describe('an issued report', () => {
  it('reads as a document with its number, hash, ratings and tables', async () => {
    governanceService({ [at(ONE)]: issuedReport() })
    const page = await openReport()
    await page.shows('Highlight report 3')
    await page.shows('f'.repeat(64))
    expect(page.text()).toContain('Funding is red.')
    expect(page.text()).toContain('1 open task blocked until money is found')
    expect(page.control('Run the pilot').getAttribute('href')).toBe(
      '/governance/bnssg/tasks/bnssg.task.pilot',
    )
    expect(page.text()).toContain('28 February 2023')
    expect(page.text()).toContain('Open flags: 2 high, 1 medium, 0 low')
  })

  it('says whether its content is still what was issued', async () => {
    const verification = { matches: true, hash: 'f'.repeat(64), journalSeq: 41, supersededBy: null }
    const service = governanceService({ [at(ONE)]: issuedReport(), [at(`${ONE}/verify`)]: verification })
    const page = await openReport()
    await page.shows('Verify that it is unchanged')
    await page.press('Verify that it is unchanged')
    await page.shows('Unchanged: the content still gives the hash recorded in journal entry 41.')
    service.on(at(`${ONE}/verify`), { ...verification, matches: false })
    await page.press('Verify that it is unchanged')
    await page.shows('Changed: the content gives another hash than journal entry 41.')
  })

  it('does not call a report unchanged when it could not be checked', async () => {
    governanceService({
      [at(ONE)]: issuedReport(),
      [at(`${ONE}/verify`)]: problem(503, 'database-unavailable', 'The store is down.'),
    })
    const page = await openReport()
    await page.shows('Verify that it is unchanged')
    await page.press('Verify that it is unchanged')
    await page.shows('Not checked. The store is down.')
    expect(page.text()).not.toContain('Unchanged:')
  })

  it('points to the report that takes its place', async () => {
    governanceService({
      [at(ONE)]: issuedReport({ status: 'superseded', supersededBy: 'bnssg.report.9' }),
      [at('reports/bnssg.report.9')]: issuedReport({ id: 'bnssg.report.9', number: 4 }),
    })
    const page = await openReport()
    await page.shows('Superseded by highlight report 4, issued on 20 March 2023')
    expect(page.control('highlight report 4').getAttribute('href')).toBe(
      '/governance/bnssg/reports/bnssg.report.9',
    )
    expect(page.offers('Correct this report')).toBe(false)
  })

  it('says what it corrects and why', async () => {
    const { content, ...issued } = issuedReport({ number: 4, edition: 2 })
    const correction = {
      of: 'bnssg.report.0',
      number: 3,
      edition: 1,
      issuedAt: '2023-03-20T10:00:00.000Z',
      figuresTakenAt: content.refreshedAt,
      reason: 'A name was wrong.',
    }
    governanceService({ [at(ONE)]: { ...issued, content: { ...content, correction } } })
    const page = await openReport()
    await page.shows('It takes the place of highlight report 3, issued on 20 March 2023')
    expect(page.text()).toContain('Why: A name was wrong.')
    expect(page.text()).toContain('Report number 4, version 2.')
  })

  it('is corrected by a draft of its own, with a reason, by those who may', async () => {
    const service = governanceService({
      'GET /api/session': session({ may: ['programme.view', 'report.draft', 'report.edit'] }),
      [at(ONE)]: issuedReport(),
      [at('groups')]: listOf({ id: 'group.board', name: 'Programme board', mayDraft: true }),
      [at(`${ONE}/corrections`, 'POST')]: report({ id: 'bnssg.report.2' }),
    })
    const page = await openReport()
    await page.shows('Correct this report')
    await page.press('Begin the correction')
    await page.shows('Write what is corrected and why')
    await page.fill(/What is corrected, and why/, 'A name was wrong.')
    await page.press('Begin the correction')
    await vi.waitFor(() => expect(page.router.currentRoute.value.params['report']).toBe('bnssg.report.2'))
    const [asked] = service.seen(at(`${ONE}/corrections`, 'POST'))
    expect(asked?.body).toEqual({ reason: 'A name was wrong.' })
  })

  it('says so when there is no such report', async () => {
    governanceService()
    const page = await openReport()
    await page.shows('We cannot find that')
  })
})
