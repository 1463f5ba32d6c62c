import { openApp, problem, session } from '@workplan/shell/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService } from '../testing/governance-service.ts'

const PUT = at('approvals', 'PUT')
const OFFICE = session({ may: ['programme.view', 'approvals.manage'] })

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
})

async function openApprovals() {
  const service = governanceService({
    'GET /api/session': OFFICE,
    [at('approvals')]: { acceptance: false, reports: true, version: 3 },
  })
  const page = await openApp(governance, '/bnssg/approvals')
  await page.shows('What takes two people')
  return { service, page }
}

function confirm(root: ParentNode): void {
  root.querySelector('dialog button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
}

describe('the approvals of a programme', () => {
  it('are changed after a question that says what the change is', async () => {
    const { service, page } = await openApprovals()
    await page.press('Accepting a gap until a date')
    await page.press('Issuing a highlight report')
    await page.press(/^Save$/)
    await page.shows('Accepting a gap until a date takes two people.')
    await page.shows('Issuing a highlight report takes one person.')
    expect(service.seen(PUT)).toEqual([])
    service.on(PUT, { acceptance: true, reports: false, version: 4 })
    confirm(page.root)
    await page.shows('Saved. It holds from now on.')
    expect(service.seen(PUT)[0]?.body).toEqual({ acceptance: true, reports: false })
    expect(service.seen(PUT)[0]?.headers.get('if-match')).toBe('"3"')
  })

  it('are not sent where nothing changes', async () => {
    const { service, page } = await openApprovals()
    await page.press(/^Save$/)
    await page.shows('Nothing was changed.')
    expect(service.seen(PUT)).toEqual([])
  })

  it('show what holds now where somebody else was first', async () => {
    const { service, page } = await openApprovals()
    const current = { acceptance: true, reports: true, version: 4 }
    service.on(PUT, problem(412, 'stale-version', 'It was changed.', { current }))
    service.on(at('approvals'), current)
    await page.press('Issuing a highlight report')
    await page.press(/^Save$/)
    await page.shows('takes one person.')
    confirm(page.root)
    await page.shows('Somebody else changed this first.')
    const boxes = [...page.root.querySelectorAll<HTMLInputElement>('main input[type="checkbox"]')]
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true])
  })

  it('are for the programme office', async () => {
    governanceService()
    const page = await openApp(governance, '/bnssg/approvals')
    await page.shows('You may not open this page')
  })
})
