import { flagSummary, openApp, problem, session, taskView } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { dutyInHand, dutyRow, levelSummary } from '../testing/example-views.ts'
import { reportSummary } from '../testing/example-report.ts'
import { at, flagListOf, governanceService, listOf } from '../testing/governance-service.ts'

const SUMMARY = at('assessments/current/summary')
const SRO = session({ may: ['programme.view', 'flag.decide', 'journal.view'] })
const FLAG = flagSummary()

function openHome() {
  return openApp(governance, '/bnssg/home')
}

describe('the home of the senior responsible owner', () => {
  it('answers whether the duties are met, with every figure a link', async () => {
    governanceService({
      [at('duties')]: listOf(dutyRow({ flags: [FLAG], worstSeverity: 'high' }), dutyInHand('Information')),
      [at('flags')]: flagListOf(FLAG, flagSummary({ id: 'other~a', severity: 'low' })),
      [SUMMARY]: levelSummary(),
    })
    const page = await openHome()
    await page.shows('1 of 2 duties cannot be shown to be met')
    expect(page.control('1 of 2 duties').getAttribute('href')).toBe('/governance/bnssg/duties?show=at-risk')
    expect(page.control(FLAG.message).getAttribute('href')).toBe(
      `/governance/bnssg/flags/${encodeURIComponent(FLAG.id)}`,
    )
    expect(page.control('1 high flag').getAttribute('href')).toBe('/governance/bnssg/flags?severity=high')
    await page.shows('25% of all 4, 50% of the 2 answered')
    expect(document.title).toContain('Are we meeting our duties?')
  })

  it('shows the senior responsible owner what waits for them', async () => {
    governanceService({
      'GET /api/session': SRO,
      [at('flags')]: flagListOf(FLAG),
      [at('tasks')]: listOf(taskView({ task: { status: 'blocked', statusReason: 'decision-needed' } })),
    })
    const page = await openHome()
    await page.shows('Waiting for your decision')
    await page.shows('Needs a decision: Map training and support')
    await page.shows('raised 12 days ago')
  })

  it('shows the acceptances that were asked for, with who asked and until when', async () => {
    const asked = {
      flag: { id: FLAG.id, title: FLAG.title, subject: FLAG.subject.title, severity: 'high' },
      ...{ until: '2023-06-30', rationale: 'It is small', askedOn: '2023-03-13' },
      ...{ by: 'Lead for adult services', mine: false },
    }
    governanceService({ 'GET /api/session': SRO, [at('acceptance-requests')]: listOf(asked) })
    const page = await openHome()
    await page.shows('until 30 June 2023, by Lead for adult services')
    expect(page.text()).not.toContain('Nothing waits for a decision')
  })

  it('tells others that a decision waits, not that it is theirs', async () => {
    governanceService({ [at('flags')]: flagListOf(FLAG) })
    const page = await openHome()
    await page.shows('Waiting for a decision')
    expect(page.text()).not.toContain('Waiting for your decision')
  })

  it('names the draft that is open as the next report', async () => {
    governanceService({ [at('reports')]: listOf(reportSummary()) })
    const page = await openHome()
    await page.shows('A draft is open: Report of the fourth quarter, Quarter 4 of 2022-23')
  })

  it('offers to draft the report that nobody has begun to those who may', async () => {
    governanceService({ 'GET /api/session': session({ may: ['programme.view', 'report.draft'] }) })
    const page = await openHome()
    await page.shows('Nobody has begun the report for Quarter 4 of 2022-23')
    expect(page.offers('Draft it')).toBe(true)
  })

  it('says so when nothing stands against the duties, and when nothing was scored', async () => {
    governanceService({
      [at('duties')]: listOf(dutyInHand('Information')),
      [SUMMARY]: problem(404, 'not-found', 'There is no round.'),
    })
    const page = await openHome()
    await page.shows('Nothing stands against any of the 1 duties')
    await page.shows('No self-assessment yet')
    await page.shows('Nothing waits for a decision')
  })

  it('keeps the rest of the page when one part fails, and reads it again on request', async () => {
    const service = governanceService({
      [at('duties')]: problem(500, 'internal', 'The duties could not be read.'),
      [at('flags')]: flagListOf(FLAG),
    })
    const page = await openHome()
    await page.shows('The duties could not be read.')
    await page.shows('1 high flag')
    service.on(at('duties'), listOf(dutyInHand('Information')))
    await page.press('Try again')
    await page.shows('Nothing stands against any of the 1 duties')
  })
})
