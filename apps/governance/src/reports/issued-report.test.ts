import { openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { issuedReport } from '../testing/example-report.ts'
import { at, governanceService } from '../testing/governance-service.ts'

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
    const verification = { matches: true, hash: 'f'.repeat(64), journalSeq: 41 }
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
    governanceService({ [at(ONE)]: issuedReport({ status: 'superseded', supersededBy: 'bnssg.report.9' }) })
    const page = await openReport()
    await page.shows('A later report takes the place of this one')
    expect(page.control('open it').getAttribute('href')).toBe('/governance/bnssg/reports/bnssg.report.9')
  })

  it('says so when there is no such report', async () => {
    governanceService()
    const page = await openReport()
    await page.shows('We cannot find that')
  })
})
