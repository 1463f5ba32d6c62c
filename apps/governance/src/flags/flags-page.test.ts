import { flagSummary, openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, flagListOf, governanceService } from '../testing/governance-service.ts'

const equipment = flagSummary()
const spiritual = flagSummary({
  id: 'no-live-work~duty.spiritual',
  subject: { kind: 'duty', id: 'duty.spiritual', title: 'Spiritual care' },
  status: 'accepted',
})
const owner = flagSummary({
  id: 'task-without-owner~bnssg.task.training',
  rule: 'task-without-owner',
  title: 'Task without an owner',
  severity: 'low',
  subject: { kind: 'task', id: 'bnssg.task.training', title: 'Map training' },
})
const cleared = flagSummary({ id: 'old~a', status: 'cleared', clearedOn: '2023-03-02' })

/** A service that narrows by severity and tells of cleared flags only when asked for all. */
function flagService() {
  return governanceService({
    [at('flags')]: ({ url }: { url: URL }) => {
      if (url.searchParams.get('status') === 'all') return flagListOf(equipment, spiritual, owner, cleared)
      const severity = url.searchParams.get('severity')
      return flagListOf(
        ...[equipment, spiritual, owner].filter((flag) => !severity || flag.severity === severity),
      )
    },
  })
}

function openFlags(query = '') {
  return openApp(governance, `/bnssg/flags${query}`)
}

describe('the flags', () => {
  it('groups them by severity and cause and says how many there are', async () => {
    flagService()
    const page = await openFlags()
    await page.shows('3 flags: 2 high, 1 low')
    expect(page.text()).toContain('1 not shown, 1 of all are cleared')
    expect(page.offers('Nothing live behind a duty (2)')).toBe(true)
    expect(page.offers('Task without an owner (1)')).toBe(true)
    expect(page.control(/^Spiritual care$/).getAttribute('href')).toContain(
      '/governance/bnssg/flags/no-live-work',
    )
    expect(page.text()).toContain('Accepted')
  })

  it('takes its filters from the address and asks the service for them', async () => {
    const service = flagService()
    const page = await openFlags('?severity=low&requirement=duty.workforce')
    await page.shows('1 flag: 1 low')
    const asked = service.requests.map(({ url }) => url.search)
    expect(asked).toContain('?severity=low&requirement=duty.workforce')
    expect(page.text()).toContain('Severity: Low')
    expect(page.text()).toContain('Under: duty.workforce')
  })

  it('puts a filter into the address', async () => {
    flagService()
    const page = await openFlags()
    await page.shows('3 flags')
    await page.fill('Severity', 'high')
    await page.shows('2 flags: 2 high')
    expect(page.router.currentRoute.value.query).toEqual({ severity: 'high' })
    await page.fill('Kind of thing', 'task')
    await page.shows('No flags match')
    await page.press('Clear all filters')
    await page.shows('3 flags')
  })

  it('shows them as one list to sort and save', async () => {
    flagService()
    const page = await openFlags()
    await page.shows('3 flags')
    await page.press('Show as a list')
    await page.shows('3 flags, 1 hidden by filters')
    expect(page.router.currentRoute.value.query).toEqual({ view: 'list' })
    expect(page.offers('Download these flags (CSV)')).toBe(true)
  })

  it('ignores a value in the address that is no choice', async () => {
    const service = flagService()
    const page = await openFlags('?severity=dreadful')
    await page.shows('3 flags')
    expect(service.requests.map(({ url }) => url.search)).not.toContain('?severity=dreadful')
  })

  it('drops a flag that a change elsewhere has cleared, without a reload', async () => {
    const service = flagService()
    const page = await openFlags()
    await page.shows('3 flags')
    service.on(at('flags'), flagListOf(equipment))
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['task', 'flag'], ids: ['bnssg.task.training'] })
    await page.shows('1 flag: 1 high')
  })

  it('says so when there is nothing wrong', async () => {
    governanceService()
    const page = await openFlags()
    await page.shows('No rule finds anything wrong in the records of this programme.')
  })

  it('says what went wrong and reads again', async () => {
    const service = governanceService({
      [at('flags')]: problem(500, 'internal', 'The flags could not be read.'),
    })
    const page = await openFlags()
    await page.shows('The flags could not be read.')
    service.on(at('flags'), flagListOf(equipment))
    await page.press('Try again')
    await page.shows('1 flag')
  })
})
