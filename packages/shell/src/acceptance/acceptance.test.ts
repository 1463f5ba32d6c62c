import type { Action, AskedAcceptance } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { exampleService, flagDetail, openApp, problem, programmeView, session } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
const FLAG = flagDetail()
const ROOT = '/api/programmes/bnssg'
const ONE = `${ROOT}/flags/${encodeURIComponent(FLAG.id)}`
const ASKED: AskedAcceptance = {
  flag: { id: FLAG.id, title: FLAG.title, subject: FLAG.subject.title, severity: 'high' },
  until: '2023-06-30',
  rationale: 'The hospice pays until then',
  by: 'Lead for adult services',
  mine: false,
  askedOn: '2023-03-13',
}

function openFlag({ may, asked = [], needsTwo = false, at = '' }: Situation) {
  const service = exampleService({ session: session({ may: ['programme.view', ...may] }) })
  service.on(`GET ${ONE}`, FLAG)
  service.on(`GET ${ROOT}/acceptance-requests`, { items: asked, next: null })
  service.on(`GET ${ROOT}/approvals`, { acceptance: needsTwo, reports: false, version: 0 })
  return { service, opened: openApp(adult, `/bnssg/flags/${encodeURIComponent(FLAG.id)}${at}`) }
}

interface Situation {
  may: Action[]
  asked?: AskedAcceptance[]
  needsTwo?: boolean
  /** What the address goes on with. */
  at?: string
}

describe('asking for a gap to be accepted', () => {
  it('is offered to who may ask, and says what is missing', async () => {
    const { service, opened } = openFlag({ may: ['acceptance.request'] })
    service.on(`POST ${ONE}/acceptance-requests`, { requested: true })
    const page = await opened
    await page.shows('Ask for this to be accepted until a date')
    await page.press('Ask for this to be accepted until a date')
    await page.press('Ask for acceptance')
    await page.shows('Enter the date until which it should be accepted')
    await page.shows('Write why it should be accepted')
    await page.fill('Day', '30')
    await page.fill('Month', '6')
    await page.fill('Year', '2023')
    await page.fill('Why it should be accepted', 'The hospice pays until then')
    service.on(`GET ${ROOT}/acceptance-requests`, { items: [{ ...ASKED, mine: true }], next: null })
    await page.press('Ask for acceptance')
    await page.shows('As you asked, somebody else decides')
    expect(service.seen(`POST ${ONE}/acceptance-requests`)[0]?.body).toEqual({
      until: '2023-06-30',
      rationale: 'The hospice pays until then',
    })
  })

  it('says why the service refused', async () => {
    const { service, opened } = openFlag({ may: ['acceptance.request'] })
    service.on(`POST ${ONE}/acceptance-requests`, problem(409, 'conflict', 'This flag is cleared.'))
    const page = await opened
    await page.shows('Ask for this to be accepted until a date')
    await page.press('Ask for this to be accepted until a date')
    await page.fill('Day', '30')
    await page.fill('Month', '6')
    await page.fill('Year', '2023')
    await page.fill('Why it should be accepted', 'It may')
    await page.press('Ask for acceptance')
    await page.shows('This flag is cleared.')
  })

  it('stays on screen while somebody else asks, and after another page was looked at', async () => {
    const { service, opened } = openFlag({ may: ['acceptance.request'] })
    service.on(`GET ${ROOT}/flags`, { items: [], next: null, causes: [], total: 0, version: 1 })
    const page = await opened
    await page.press('Ask for this to be accepted until a date')
    await page.fill('Why it should be accepted', 'The hospice pays until then')
    service.on(`GET ${ROOT}/acceptance-requests`, { items: [ASKED], next: null })
    service.streams.at(-1)?.open()
    service.publish({ programme: 'bnssg', seq: 9, kinds: ['flag'], ids: [FLAG.id] })
    await page.shows('Somebody else asked for this while you were writing. Yours is not sent.')
    expect(page.field('Why it should be accepted').value).toBe('The hospice pays until then')
    await page.router.push('/bnssg/flags')
    await expect.poll(() => page.text()).not.toContain('Yours is not sent')
    page.router.back()
    await page.shows('Why it should be accepted')
    expect(page.field('Why it should be accepted').value).toBe('The hospice pays until then')
    await page.press('Throw away what I typed')
    expect(page.text()).not.toContain('Why it should be accepted')
  })

  it('is shown of an earlier moment, when nobody can ask or approve', async () => {
    const { service, opened } = openFlag({
      may: ['acceptance.request', 'flag.decide'],
      asked: [ASKED],
      at: '?asAt=2023-03-03',
    })
    const known = { asAt: '2023-03-03', entry: 3, at: '2023-03-03T09:00:00Z', day: '2023-03-03' }
    service.on(`GET ${ROOT}`, { ...programmeView(), known: { ...known, judgedOn: known.day } })
    const page = await opened
    await page.shows('Lead for adult services asked for this to be accepted until 30 June 2023')
    expect(page.offers('Approve until')).toBe(false)
    expect(service.seen(`GET ${ROOT}/acceptance-requests`)[0]?.url.search).toBe('?asAt=2023-03-03')
  })

  it('is not offered to who only reads, and they see what was asked', async () => {
    const { opened } = openFlag({ may: [], asked: [ASKED] })
    const page = await opened
    await page.shows('Lead for adult services asked for this to be accepted until 30 June 2023')
    expect(page.offers('Approve until')).toBe(false)
    expect(page.offers('Ask for this to be accepted')).toBe(false)
  })
})

describe('approving what was asked', () => {
  it('is for an SRO, with a reason, to the day that was asked for', async () => {
    const { service, opened } = openFlag({ may: ['flag.decide'], asked: [ASKED] })
    service.on(`POST ${ONE}/decisions`, { ...FLAG, status: 'accepted' })
    const page = await opened
    await page.shows('The hospice pays until then')
    await page.press('Approve until 30 June 2023')
    await page.shows('Write why you agree')
    await page.fill('Why you agree', 'It is small')
    await page.press('Approve until 30 June 2023')
    await page.shows('Accepted until 30 June 2023')
    expect(service.seen(`POST ${ONE}/decisions`)[0]?.body).toEqual({
      kind: 'accept',
      until: '2023-06-30',
      rationale: 'It is small',
    })
  })

  it('is never for who asked', async () => {
    const { opened } = openFlag({ may: ['flag.decide'], asked: [{ ...ASKED, mine: true }] })
    const page = await opened
    await page.shows('As you asked, somebody else decides')
    expect(page.offers('Approve until')).toBe(false)
  })

  it('says beforehand where it takes two people', async () => {
    const { opened } = openFlag({ may: ['flag.decide'], needsTwo: true })
    const page = await opened
    await page.shows('takes two people in this programme')
  })
})
