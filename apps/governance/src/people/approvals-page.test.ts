import { noNetwork, openApp, problem, session } from '@workplan/shell/testing'
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

function ticks(root: ParentNode): boolean[] {
  return [...root.querySelectorAll<HTMLInputElement>('main input[type="checkbox"]')].map(
    ({ checked }) => checked,
  )
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

  it('show both versions where somebody else was first, and save what is chosen from theirs', async () => {
    const { service, page } = await openApprovals()
    const current = { acceptance: true, reports: true, version: 4 }
    const changed = { by: 'Programme manager', at: '2023-03-13T09:00:00.000Z' }
    service.on(PUT, problem(412, 'stale-version', 'It was changed.', { current, changed }))
    service.on(at('approvals'), current)
    await page.press('Issuing a highlight report')
    await page.press(/^Save$/)
    await page.shows('takes one person.')
    confirm(page.root)
    await page.shows('Somebody else changed this setting while you were writing')
    await page.shows('Programme manager saved it')
    await page.shows('Theirs, saved now: takes two people (this stays)')
    const chosen = { acceptance: true, reports: false, version: 5 }
    service.on(PUT, chosen)
    service.on(at('approvals'), chosen)
    await page.press('Save what I chose')
    await page.shows('Saved. It holds from now on.')
    expect(service.seen(PUT)[1]?.body).toEqual({ acceptance: true, reports: false })
    expect(service.seen(PUT)[1]?.headers.get('if-match')).toBe('"4"')
    expect(ticks(page.root)).toEqual([true, false])
  })

  it('do not say that they hold where they were changed since an answer was lost', async () => {
    const { service, page } = await openApprovals()
    service.on(PUT, noNetwork)
    await page.press('Accepting a gap until a date')
    await page.press(/^Save$/)
    await page.shows('takes two people.')
    confirm(page.root)
    await page.shows('No answer came')
    const now = { acceptance: false, reports: false, version: 5 }
    service.on(at('approvals'), now)
    service.streams.at(-1)?.open()
    service.publish({ programme: 'bnssg', seq: 9, kinds: ['programme'], ids: ['bnssg'] })
    await expect.poll(() => service.seen(at('approvals')).length).toBeGreaterThan(1)
    service.on(PUT, { acceptance: true, reports: true, version: 4 })
    await page.press(/^Save$/)
    confirm(page.root)
    await page.shows('What you saved before has been changed since.')
    expect(ticks(page.root)).toEqual([false, false])
  })

  it('are as the other person left them once mine are thrown away', async () => {
    const { service, page } = await openApprovals()
    const current = { acceptance: true, reports: true, version: 4 }
    service.on(PUT, problem(412, 'stale-version', 'It was changed.', { current }))
    await page.press('Issuing a highlight report')
    await page.press(/^Save$/)
    confirm(page.root)
    await page.shows('Throw mine away')
    await page.press('Throw mine away')
    await page.shows('What takes two people')
    expect(ticks(page.root)).toEqual([true, true])
    expect(service.seen(PUT)).toHaveLength(1)
  })

  it('are for the programme office', async () => {
    governanceService()
    const page = await openApp(governance, '/bnssg/approvals')
    await page.shows('You may not open this page')
  })
})
