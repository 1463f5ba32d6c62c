import type { Report } from '@workplan/domain'
import { openApp, problem, session } from '@workplan/shell/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { issuedReport, report } from '../testing/example-report.ts'
import { group } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const ONE = 'reports/bnssg.report.1'
const SIGN = at(`${ONE}/sign-off`, 'POST')
const SIGNED = { signedOffAt: '2023-03-14T09:00:00.000Z', signedOffBy: 'Senior responsible owner' }
const CHAIR = session({ may: ['programme.view', 'report.sign-off'] })
const SECRETARY = session({
  may: ['programme.view', 'report.edit', 'report.issue'],
  groups: ['group.board'],
})

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
})

function openDraft(who: object, draft: Report, needsTwo = true) {
  const service = governanceService({
    'GET /api/session': who,
    [at('approvals')]: { acceptance: false, reports: needsTwo, version: 1 },
    [at('groups')]: listOf(group('Board', { id: 'group.board', mayDraft: who === SECRETARY })),
    [at(ONE)]: draft,
  })
  return { service, opened: openApp(governance, '/bnssg/reports/bnssg.report.1') }
}

function confirm(root: Element): void {
  const button = [...root.querySelectorAll('dialog button')].find(
    ({ textContent }) => textContent.trim() === 'Sign off',
  )
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
}

describe('the sign-off of a report', () => {
  it('is offered to who may sign, asks first, and then says who signed and when', async () => {
    const { service, opened } = openDraft(CHAIR, report({ version: 4, maySignOff: true }))
    const page = await opened
    await page.shows('Not signed off yet')
    await page.press('Sign off this report')
    await page.shows('Every edit after this needs a new signature')
    expect(service.seen(SIGN)).toEqual([])
    service.on(SIGN, () => {
      const signed = report({ version: 4, ...SIGNED })
      service.on(at(ONE), signed)
      return signed
    })
    confirm(page.root)
    await page.shows('Signed off by Senior responsible owner on 14 March 2023')
    expect(service.seen(SIGN)[0]?.headers.get('if-match')).toBe('"4"')
  })

  it('says why the service refused', async () => {
    const { service, opened } = openDraft(CHAIR, report({ maySignOff: true }))
    service.on(SIGN, problem(412, 'stale-version', 'The draft was changed since you opened it.'))
    const page = await opened
    await page.shows('Not signed off yet')
    await page.press('Sign off this report')
    confirm(page.root)
    await page.shows('The draft was changed since you opened it.')
  })

  it('is not offered to other readers, and they see that it is missing', async () => {
    const { opened } = openDraft(session(), report())
    const page = await opened
    await page.shows('It takes the chair of Programme board or a senior responsible owner')
    expect(page.offers('Sign off this report')).toBe(false)
  })

  it('is not spoken of where one person is enough', async () => {
    const { opened } = openDraft(CHAIR, report({ maySignOff: true }), false)
    const page = await opened
    await page.shows('Funding is red.')
    expect(page.text()).not.toContain('Not signed off')
  })

  it('stands between a draft and its issue', async () => {
    const { opened } = openDraft(SECRETARY, report())
    const page = await opened
    await page.shows('Somebody else must sign it off')
    await page.press('Issue report')
    await page.shows('Not ready to issue')
  })

  it('lets the secretary go on once it is there', async () => {
    const { opened } = openDraft(SECRETARY, report(SIGNED))
    const page = await opened
    await page.shows('Every check is met.')
    expect(page.text()).toContain('Signed off by Senior responsible owner')
  })

  it('stays with the report that is issued', async () => {
    const { opened } = openDraft(CHAIR, issuedReport(SIGNED))
    const page = await opened
    await page.shows('Signed off by Senior responsible owner on 14 March 2023')
  })
})
