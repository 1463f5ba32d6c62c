import { flagDetail, flagSummary, openApp, session } from '@workplan/shell/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, flagListOf, governanceService } from '../testing/governance-service.ts'

const SUBJECTS = ['a', 'b', 'c']
const found = SUBJECTS.map((id) =>
  flagSummary({ id: `late~${id}`, subject: { kind: 'task', id, title: `Task ${id}` } }),
)

function openReview(may: string[] = ['programme.view', 'flag.decide']) {
  const details = SUBJECTS.flatMap((id) => {
    const flag = flagDetail({ id: `late~${id}`, subject: { kind: 'task', id, title: `Task ${id}` } })
    const path = `flags/${encodeURIComponent(flag.id)}`
    return [
      [at(path), flag],
      [at(`${path}/decisions`, 'POST'), { ...flag, status: 'asked' }],
    ] as const
  })
  const service = governanceService({
    'GET /api/session': session({ may: may as never }),
    [at('flags')]: flagListOf(...found),
    ...Object.fromEntries(details),
  })
  return { service, opened: openApp(governance, '/bnssg/flags/review') }
}

function press(key: string, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

beforeEach(() => localStorage.clear())

describe('the review of flags', () => {
  it('asks for open flags and shows the first with its reasons', async () => {
    const { service, opened } = openReview()
    const page = await opened
    await page.shows('1 of 3 flags')
    await page.shows('Task a')
    await page.shows('Why it says so')
    expect(service.requests.map(({ url }) => url.search)).toContain('?status=open')
  })

  it('goes on and back by key, and keeps the place in the address', async () => {
    const page = await openReview().opened
    await page.shows('1 of 3 flags')
    press('n')
    await page.shows('2 of 3 flags')
    await page.shows('Task b')
    expect(page.router.currentRoute.value.query).toEqual({ flag: 'late~b' })
    press('p')
    await page.shows('1 of 3 flags')
  })

  it('decides by key and goes on to the next one that is not decided', async () => {
    const { service, opened } = openReview()
    const page = await opened
    await page.shows('Your decision')
    press('q')
    await page.shows('Your question')
    const question = page.field('Your question')
    await expect.poll(() => document.activeElement).toBe(question)
    press('n', question)
    await page.shows('1 of 3 flags')
    await page.fill('Your question', 'Since when?')
    await page.press('Record decision')
    await page.shows('2 of 3 flags, 1 decided')
    expect(service.requests.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'ask',
      question: 'Since when?',
    })
  })

  it('says when every one is decided', async () => {
    const page = await openReview().opened
    for (const id of SUBJECTS) {
      await page.shows(`Task ${id}`)
      await page.shows('Your decision')
      press('q')
      await page.shows('Your question')
      await page.fill('Your question', 'Since when?')
      await page.press('Record decision')
    }
    await page.shows('You have decided about all of them.')
  })

  it('leaves the keys alone once they are turned off', async () => {
    const page = await openReview().opened
    await page.shows('1 of 3 flags')
    await page.press('Use these keys')
    press('n')
    await page.shows('1 of 3 flags')
    expect(page.router.currentRoute.value.query).toEqual({})
    expect(localStorage.getItem('workplan.review-keys')).toBe('off')
  })

  it('shows the flags to people who do not decide, without a form', async () => {
    const page = await openReview(['programme.view']).opened
    await page.shows('Only the senior responsible owner decides about flags.')
    expect(page.text()).not.toContain('Your decision')
  })

  it('says so when there is nothing to review', async () => {
    governanceService()
    const page = await openApp(governance, '/bnssg/flags/review')
    await page.shows('Nothing to review')
  })
})
