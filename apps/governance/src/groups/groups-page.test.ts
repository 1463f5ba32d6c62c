import { openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { reportSummary } from '../testing/example-report.ts'
import { group } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const openGroups = () => openApp(governance, '/bnssg/groups')

describe('the groups', () => {
  it('shows who reports to whom, in what state, and their reports', async () => {
    const board = group('Board', { id: 'group.board', state: 'forming' })
    const delivery = group('Delivery', {
      reportsTo: [{ id: 'group.board', name: 'Board', state: 'future-unconfirmed' }],
    })
    governanceService({ [at('groups')]: listOf(board, delivery), [at('reports')]: listOf(reportSummary()) })
    const page = await openGroups()
    await page.shows('may report to Board, not confirmed')
    expect(page.text()).toContain('Forming')
    expect(page.text()).toContain('nobody says to whom it reports')
    await page.shows('1 report of Board')
    expect(page.control('1 report').getAttribute('href')).toBe('/governance/bnssg/reports?group=group.board')
  })

  it('says what it means that there are none', async () => {
    governanceService()
    const page = await openGroups()
    await page.shows('No groups recorded')
  })

  it('says what went wrong and reads again', async () => {
    const service = governanceService({
      [at('groups')]: problem(500, 'internal', 'The groups could not be read.'),
    })
    const page = await openGroups()
    await page.shows('The groups could not be read.')
    service.on(at('groups'), listOf(group('Board')))
    await page.press('Try again')
    await page.shows('Board')
  })
})
