import { flagSummary, noNetwork, measure, openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, flagListOf, governanceService, listOf } from '../testing/governance-service.ts'

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
    expect(page.text()).toContain('Duty or ambition: duty.workforce')
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

  it('groups them by the duty they count under, worst first, and those under none last', async () => {
    const under = flagSummary({ id: 'x~1', requirements: ['duty.workforce'] })
    const low = flagSummary({ id: 'x~2', requirements: ['duty.digital', 'duty.workforce'], severity: 'low' })
    const loose = flagSummary({ id: 'x~3', requirements: [] })
    governanceService({
      [at('flags')]: flagListOf(under, low, loose),
      [at('requirements')]: listOf(
        measure({ id: 'duty.workforce', number: '5', title: 'Workforce' }),
        measure({ id: 'duty.digital', number: '7', title: 'Digital' }),
      ),
    })
    const page = await openFlags()
    await page.shows('3 flags')
    await page.press('Group by duty')
    await page.shows('5 Workforce (2 flags, 1 high)')
    const found = ['5 Workforce (2 flags, 1 high)', '7 Digital (1 flag)', 'Under no duty (1 flag, 1 high)']
    const places = found.map((words) => page.text().indexOf(words))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(page.router.currentRoute.value.query).toEqual({ view: 'duties' })
  })

  it('shows only what has come since the last review, and marks it as reviewed', async () => {
    const service = flagService()
    const review = {
      reviewed: { at: '2023-03-10T09:00:00.000Z', on: '2023-03-10' },
      news: [owner.id],
      seq: 12,
    }
    service.on(at('flag-review'), review)
    service.on(at('flag-review', 'PUT'), () => {
      const marked = { ...review, news: [], seq: 12 }
      service.on(at('flag-review'), marked)
      return marked
    })
    const page = await openFlags()
    await page.shows('1 flag new since your review on 10 March 2023')
    await page.press('Show only these')
    await page.shows('1 flag: 1 low')
    expect(page.text()).toContain('New since my review')
    await page.press('Mark all as reviewed')
    await page.shows('Nothing new since your review')
    expect(service.requests.find(({ method }) => method === 'PUT')?.body).toEqual({ seq: 12 })
  })

  it('leaves out flags that are younger than asked for', async () => {
    const old = flagSummary({ id: 'x~old', raisedOn: '2022-11-01' })
    governanceService({
      [at('flags')]: flagListOf(old, flagSummary({ id: 'x~new', raisedOn: '2023-03-10' })),
    })
    const page = await openFlags('?age=90')
    await page.shows('1 flag: 1 high')
    expect(page.text()).toContain('Age: Over 90 days')
  })

  it('lets the SRO decide about all flags of one cause together, and nobody else', async () => {
    const decisions = at('flags/decisions', 'POST')
    const service = flagService()
    service.on('GET /api/session', session({ may: ['programme.view', 'flag.decide'] }))
    service.on(decisions, { items: [] })
    const page = await openFlags()
    await page.shows('3 flags')
    await page.press('Decide about these 2 together')
    await page.shows('2 flags, one decision.')
    await page.press('Ask a question')
    await page.fill('Your question', 'Who owns these?')
    await page.press('Record decision')
    await page.shows('2 flags: Asked.')
    const sent = service.requests.find(({ method }) => method === 'POST')
    expect(sent?.body).toEqual({
      flags: [equipment.id, spiritual.id],
      decision: { kind: 'ask', question: 'Who owns these?' },
    })
    expect(sent?.headers.get('if-match')).toBe('"7"')
  })

  it.each([
    { left: 'one of them', given: [equipment], words: '1 flag: 1 high' },
    { left: 'none of them', given: [owner], words: 'The flags that you decide about have left this list' },
  ])('sends a lost decision again for the same flags when $left is left', async ({ given, words }) => {
    const decisions = at('flags/decisions', 'POST')
    const service = flagService()
    service.on('GET /api/session', session({ may: ['programme.view', 'flag.decide'] }))
    service.on(decisions, noNetwork)
    const page = await openFlags()
    await page.shows('3 flags')
    await page.press('Decide about these 2 together')
    await page.press('Ask a question')
    await page.fill('Your question', 'Who owns these?')
    await page.press('Record decision')
    await page.shows('Not saved yet: the service cannot be reached')
    service.on(at('flags'), flagListOf(...given))
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['flag'], ids: [spiritual.id] })
    await page.shows(words)
    service.on(decisions, { items: [] })
    await page.press('Try now')
    await page.shows('2 flags: Asked.')
    const sent = service.seen(decisions)
    expect(sent.map(({ body }) => (body as { flags: string[] }).flags)).toEqual(
      sent.map(() => [equipment.id, spiritual.id]),
    )
    expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
    expect(sent.length).toBeGreaterThan(1)
  })

  it('offers no decision to people who may not decide', async () => {
    flagService()
    const page = await openFlags()
    await page.shows('3 flags')
    expect(page.text()).not.toContain('Decide about these')
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
