import type { Report } from '@workplan/domain'
import { noNetwork, openApp, problem, session, type FakeRequest } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { issuedReport, report, reportItem } from '../testing/example-report.ts'
import { group } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const ONE = 'reports/bnssg.report.1'
const SECRETARY = session({
  may: ['programme.view', 'report.draft', 'report.edit', 'report.issue'],
  groups: ['group.board'],
})

/** A service that holds one draft, takes edits of the version it has, and counts the version up. */
function draftService(first: Report = report(), given: Record<string, object> = {}) {
  const held = { report: first }
  const edit = ({ headers, body }: FakeRequest) => {
    if (headers.get('if-match') !== `"${held.report.version}"`)
      return problem(412, 'stale-version', 'Somebody else changed it.', { current: held.report })
    const { narrative = {}, title = held.report.title } = body as { narrative?: object; title?: string }
    const { content, version } = held.report
    held.report = {
      ...held.report,
      title,
      version: version + 1,
      content: { ...content, narrative: { ...content.narrative, ...narrative } },
    }
    return held.report
  }
  const service = governanceService({
    'GET /api/session': SECRETARY,
    [at('groups')]: listOf(group('Board', { id: 'group.board', mayDraft: true })),
    [at(ONE)]: () => held.report,
    [at(ONE, 'PATCH')]: edit,
    ...given,
  })
  return { service, held }
}

function openReport() {
  return openApp(governance, '/bnssg/reports/bnssg.report.1')
}

/** Somebody else saves this summary. */
function elsewhere(held: { report: Report }, narrative: Partial<Report['content']['narrative']>): void {
  const { content, version } = held.report
  held.report = {
    ...held.report,
    version: version + 1,
    content: { ...content, narrative: { ...content.narrative, ...narrative } },
  }
}

describe('a draft report', () => {
  it('saves one section from the version that was shown', async () => {
    const { service } = draftService(report({ version: 4 }))
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'Money was found.')
    await page.shows('Not saved yet')
    await page.press('Save summary')
    await page.shows('Saved: summary')
    const sent = service.requests.find(({ method }) => method === 'PATCH')
    expect(sent?.headers.get('if-match')).toBe('"4"')
    expect(sent?.body).toEqual({ narrative: { summary: 'Money was found.' } })
    expect(page.text()).not.toContain('Not saved yet')
  })

  it('shows and saves the words of one writer in nobody else’s name', async () => {
    const { service } = draftService()
    const first = await openReport()
    await first.shows('Before you issue')
    service.on(at(ONE, 'PATCH'), problem(401, 'not-signed-in', 'Sign in and try again.'))
    await first.fill(/^Summary$/, 'Words of the secretary')
    await first.press('Save summary')
    await first.shows('You were signed out before this was saved.')
    first.close()
    service.on('GET /api/session', {
      ...SECRETARY,
      person: { id: 'person.office', name: 'Office', title: '' },
    })
    const second = await openReport()
    await second.shows('Before you issue')
    expect(second.field(/^Summary$/).value).not.toBe('Words of the secretary')
    expect(service.seen(at(ONE, 'PATCH'))).toHaveLength(1)
    second.close()
    service.on('GET /api/session', SECRETARY)
    service.on(at(ONE, 'PATCH'), report({ version: 2 }))
    const third = await openReport()
    await third.shows('Before you issue')
    await expect.poll(() => service.seen(at(ONE, 'PATCH')).length).toBe(2)
    expect(service.seen(at(ONE, 'PATCH')).at(-1)?.body).toEqual({
      narrative: { summary: 'Words of the secretary' },
    })
  })

  it('shows both texts when somebody else changed the same one, and saves what the writer chooses', async () => {
    const { held } = draftService()
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'My words')
    elsewhere(held, { summary: 'Their words' })
    await page.press('Save summary')
    await page.shows('Somebody else changed this text while you were writing')
    await page.shows('Their words')
    expect(page.field(/^Summary$/).value).toBe('My words')
    await page.press('Yours: My words')
    await page.press('Save what I chose')
    await page.shows('Saved: summary')
    expect(held.report.content.narrative.summary).toBe('My words')
  })

  it('drops the words of the writer only when told to', async () => {
    const { held } = draftService()
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'My words')
    elsewhere(held, { summary: 'Their words' })
    await page.press('Save summary')
    await page.shows('Their words')
    await page.press('Theirs, saved now: Their words')
    await page.press('Save what I chose')
    expect(page.field(/^Summary$/).value).toBe('Their words')
    expect(held.report.content.narrative.summary).toBe('Their words')
  })

  it('shows what somebody else saves while one writes, and saves nothing over it unasked', async () => {
    const { service, held } = draftService()
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'My words')
    elsewhere(held, { summary: 'Their words' })
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['report'], ids: ['bnssg.report.1'] })
    await page.shows('Somebody else changed this text while you were writing')
    page.field(/^Summary$/).form?.requestSubmit()
    await page.shows('Their words')
    expect(service.requests.some(({ method }) => method === 'PATCH')).toBe(false)
    expect(held.report.content.narrative.summary).toBe('Their words')
  })

  it('keeps a text that could not be sent, and sends it once when the connection is back', async () => {
    const { service, held } = draftService(report({ version: 4 }))
    const page = await openReport()
    await page.shows('Before you issue')
    service.on(at(ONE, 'PATCH'), noNetwork)
    await page.fill(/^Summary$/, 'My words')
    await page.press('Save summary')
    await page.shows('Not saved yet: the service cannot be reached.')
    page.close()
    const sent = { ...held.report, version: 5, content: held.report.content }
    sent.content = { ...sent.content, narrative: { ...sent.content.narrative, summary: 'My words' } }
    service.on(at(ONE, 'PATCH'), sent)
    const again = await openReport()
    await again.shows('Saved: summary')
    const saves = service.seen(at(ONE, 'PATCH'))
    expect(saves).toHaveLength(2)
    for (const header of ['idempotency-key', 'if-match'])
      expect(saves[1]?.headers.get(header)).toBe(saves[0]?.headers.get(header))
  })

  it('keeps what is typed while a section is saved, and takes nobody for somebody else', async () => {
    const { service, held } = draftService(report({ version: 4 }))
    const page = await openReport()
    await page.shows('Before you issue')
    const answer = Promise.withResolvers<object>()
    service.on(at(ONE, 'PATCH'), () => answer.promise)
    await page.fill(/^Summary$/, 'First.')
    await page.press('Save summary')
    await page.fill(/^Summary$/, 'First. Second.')
    elsewhere(held, { summary: 'First.' })
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['report'], ids: ['bnssg.report.1'] })
    answer.resolve(held.report)
    await page.shows('Saved: summary')
    await page.shows('Not saved yet')
    expect(page.field(/^Summary$/).value).toBe('First. Second.')
    expect(page.text()).not.toContain('Somebody else')
    page.close()
    const again = await openReport()
    await again.shows('Not saved yet')
    expect(again.field(/^Summary$/).value).toBe('First. Second.')
  })

  it('sends a lost save again as it was, and then what was written since', async () => {
    const { service, held } = draftService(report({ version: 4 }))
    const page = await openReport()
    await page.shows('Before you issue')
    service.on(at(ONE, 'PATCH'), noNetwork)
    await page.fill(/^Summary$/, 'First.')
    await page.press('Save summary')
    await page.shows('Not saved yet: the service cannot be reached.')
    await page.fill(/^Summary$/, 'First. Second.')
    await page.shows('Not saved yet: the service cannot be reached.')
    // Only its answer was lost.
    elsewhere(held, { summary: 'First.' })
    const applied = held.report
    service.on(at(ONE, 'PATCH'), ({ body }: FakeRequest) => {
      const { summary } = (body as { narrative: { summary: string } }).narrative
      if (summary !== 'First.') elsewhere(held, { summary })
      return summary === 'First.' ? applied : held.report
    })
    await page.press('Try now')
    await page.shows('Saved: summary')
    const sent = service.seen(at(ONE, 'PATCH'))
    expect(sent.map(({ body }) => body)).toEqual([
      { narrative: { summary: 'First.' } },
      { narrative: { summary: 'First.' } },
      { narrative: { summary: 'First. Second.' } },
    ])
    const [lost, again, rest] = sent.map(({ headers }) => headers)
    expect(again?.get('idempotency-key')).toBe(lost?.get('idempotency-key'))
    expect(rest?.get('if-match')).toBe('"5"')
    expect(page.text()).not.toContain('Somebody else')
  })

  it('shows what was written and not saved when it stops being a draft, until that is thrown away', async () => {
    const { service, held } = draftService()
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'Half a thought')
    held.report = { ...held.report, status: 'withdrawn', version: 2 }
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['report'], ids: ['bnssg.report.1'] })
    await page.shows('What you wrote is not in this report')
    await page.shows('Half a thought')
    await page.press('Throw it away')
    await expect.poll(() => page.text()).not.toContain('Half a thought')
  })

  it('shows the reason of a rating too that was being written then', async () => {
    const { service, held } = draftService()
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill('Why it differs from the records', 'Money came this morning')
    held.report = { ...held.report, status: 'withdrawn', version: 2 }
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['report'], ids: ['bnssg.report.1'] })
    await page.shows('Why the rating differs: funding')
    await page.shows('Money came this morning')
    await page.press('Throw it away')
    await expect.poll(() => page.text()).not.toContain('Money came this morning')
  })

  it('is not stopped by a change of another section', async () => {
    const { held } = draftService()
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'My words')
    elsewhere(held, { risks: 'Their risk' })
    await page.press('Save summary')
    await page.shows('Saved: summary')
    expect(held.report.content.narrative).toMatchObject({ summary: 'My words', risks: 'Their risk' })
  })

  it('keeps words that were not saved when the page is left and opened again', async () => {
    draftService()
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'Half a sentence')
    page.close()
    const again = await openReport()
    await again.shows('Not saved yet')
    expect(again.field(/^Summary$/).value).toBe('Half a sentence')
  })

  it('says that words were not saved, and keeps them', async () => {
    draftService(report(), { [at(ONE, 'PATCH')]: problem(500, 'internal', 'The store is down.') })
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'My words')
    await page.press('Save summary')
    await page.shows('Not saved. The store is down. Your words are still here.')
    expect(page.field(/^Summary$/).value).toBe('My words')
  })

  it('overrides a rating only with a written reason', async () => {
    const { service } = draftService()
    const page = await openReport()
    await page.shows('Change the funding rating')
    await page.press('Change the funding rating')
    await page.shows('Rate funding as')
    await page.press('Amber')
    await page.press('Save rating')
    await page.shows('Write why the rating differs from the records')
    await page.fill('Why it differs from the records', 'Money came this morning')
    await page.press('Save rating')
    await page.shows('Rating saved')
    expect(service.requests.find(({ method }) => method === 'PATCH')?.body).toEqual({
      overrides: [{ dimension: 'funding', rag: 'amber', reason: 'Money came this morning' }],
    })
  })

  it('rates over what others wrote elsewhere in the report, and not over their rating without a word', async () => {
    const { service, held } = draftService()
    const page = await openReport()
    await page.shows('Change the funding rating')
    await page.press('Change the funding rating')
    await page.press('Amber')
    await page.fill('Why it differs from the records', 'Money came this morning')
    elsewhere(held, { summary: 'Theirs' })
    await page.press('Save rating')
    await page.shows('Rating saved')
    const sent = () => service.seen(at(ONE, 'PATCH')).map(({ headers }) => headers.get('if-match'))
    expect(sent()).toEqual(['"1"', '"2"'])

    const ratings = held.report.content.ratings.map((rating) =>
      rating.dimension === 'funding' ? { ...rating, rag: 'red' as const, overrideReason: 'It went' } : rating,
    )
    await page.press('Change the funding rating')
    await page.press('Green')
    await page.fill('Why it differs from the records', 'More came')
    const { content, version } = held.report
    held.report = { ...held.report, version: version + 1, content: { ...content, ratings } }
    await page.press('Save rating')
    await page.shows('Theirs, saved now: Red')
    await page.shows('Theirs, saved now: It went')
    await page.press('Choose all mine')
    await page.press('Save what I chose')
    await expect.poll(() => sent().at(-1)).toBe(`"${version + 1}"`)
    expect(service.seen(at(ONE, 'PATCH')).at(-1)?.body).toEqual({
      overrides: [{ dimension: 'funding', rag: 'green', reason: 'More came' }],
    })
  })

  it('takes the figures anew and says what changed', async () => {
    const { service, held } = draftService()
    service.on(at(ONE, 'PATCH'), () => {
      const content = { ...held.report.content, late: [reportItem({ id: 'late' })] }
      held.report = { ...held.report, version: 2, content }
      return held.report
    })
    const page = await openReport()
    await page.shows('Nothing is late')
    await page.press('Refresh figures')
    await page.shows('Figures taken anew. late: 1 added.')
    expect(service.requests.find(({ method }) => method === 'PATCH')?.body).toEqual({ refresh: true })
  })
})

describe('the issue of a report', () => {
  it('is refused while checks or words are left, each with its place', async () => {
    const checks = [{ section: 'decisions', message: 'Say what the group is asked to decide.' }]
    draftService(report({ checks }))
    const page = await openReport()
    await page.shows('Before you issue')
    await page.fill(/^Summary$/, 'Unsaved')
    await page.press('Issue report')
    await page.shows('Not ready to issue')
    expect(page.control('Say what the group is asked to decide.').getAttribute('href')).toBe(
      '#section-decisions',
    )
    expect(page.text()).toContain('Save your words first: Summary')
  })

  it('asks once more, then freezes the report', async () => {
    const { service, held } = draftService(report({ version: 5 }))
    service.on(at(`${ONE}/issue`, 'POST'), () => {
      held.report = issuedReport({ version: 6 })
      return held.report
    })
    const page = await openReport()
    await page.shows('Every check is met.')
    await page.press('Issue report')
    await page.shows('Issue this report?')
    const dialog = page.root.querySelector('dialog')
    dialog?.querySelector('button')?.click()
    await page.shows('Report 3 is issued. It will never change.')
    await page.shows('Verify that it is unchanged')
    const sent = service.requests.find(({ method }) => method === 'POST')
    expect(sent?.headers.get('if-match')).toBe('"5"')
    expect(page.root.querySelectorAll('textarea')).toHaveLength(1)
    expect(page.offers('Correct this report')).toBe(true)
    expect(page.offers('Refresh figures')).toBe(false)
  })

  it('says what the service still misses', async () => {
    draftService(report(), { [at(`${ONE}/issue`, 'POST')]: problem(409, 'conflict', 'Two checks are left.') })
    const page = await openReport()
    await page.shows('Every check is met.')
    await page.press('Issue report')
    await page.shows('Issue this report?')
    page.root.querySelector('dialog button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await page.shows('Two checks are left.')
    expect(page.offers('Issue report')).toBe(true)
  })

  it('is for the secretary of the group only', async () => {
    draftService(report(), {
      'GET /api/session': session({ may: ['programme.view', 'report.draft', 'report.edit'], groups: [] }),
    })
    const page = await openReport()
    await page.shows('Only the secretary of Programme board can issue it.')
    expect(page.offers('Issue report')).toBe(false)
  })

  it('leaves readers a draft to read', async () => {
    draftService(report(), {
      'GET /api/session': session(),
      [at('groups')]: listOf(group('Board', { id: 'group.board' })),
    })
    const page = await openReport()
    await page.shows('Funding is red.')
    expect(page.root.querySelector('textarea')).toBeNull()
    expect(page.offers('Refresh figures')).toBe(false)
  })
})
