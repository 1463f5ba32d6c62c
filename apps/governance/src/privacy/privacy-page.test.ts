import type { ManagedPerson, RetentionClass } from '@workplan/domain'
import { openApp, problem, session } from '@workplan/shell/testing'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const CLASS: RetentionClass = {
  id: 'identity',
  what: 'Name and post',
  why: 'So that others know who answers for what',
  kept: 'Until the person is removed',
  onRemoval: 'Taken out at once',
}
const viewer: ManagedPerson = {
  id: 'person.viewer',
  name: 'Viewer',
  title: '',
  state: 'active',
  roles: [],
  openTasks: 0,
  heldBecause: null,
  version: 7,
}
const DATA = { person: { id: 'person.viewer', name: 'Viewer' } }
const OF_VIEWER = 'people/person.viewer'

let saved: string[]
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
})
beforeEach(() => {
  saved = []
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:data')
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download)
  })
})
afterEach(() => vi.restoreAllMocks())

async function openPrivacy(person: ManagedPerson | null = null) {
  const may = person ? (['programme.view', 'people.manage'] as const) : (['programme.view'] as const)
  const service = governanceService({
    'GET /api/session': session({ may: [...may] }),
    'GET /api/privacy': { items: [CLASS] },
    [at('people')]: { ...listOf(...(person ? [person] : [])), national: [] },
  })
  const page = await openApp(governance, `/bnssg/privacy${person ? `?person=${person.id}` : ''}`)
  await page.shows('Name and post')
  return { service, page }
}

describe('the privacy page', () => {
  it('says to everybody what is held and for how long, and what goes', async () => {
    const { page } = await openPrivacy()
    await page.shows('Until the person is removed')
    expect(page.text()).toContain('Taken out at once')
    expect(page.text()).not.toContain('Data of somebody in this programme')
  })

  it('gives somebody their own data', async () => {
    const { service, page } = await openPrivacy()
    service.on(at('my-data', 'POST'), DATA)
    await page.press('Download my data')
    await page.shows('Your data are in the file')
    expect(saved).toEqual(['workplan-personal-data.json'])
  })

  it('says when the data could not be had', async () => {
    const { service, page } = await openPrivacy()
    service.on(at('my-data', 'POST'), problem(503, 'database-unavailable', 'The database is away.'))
    await page.press('Download my data')
    await page.shows('Nothing was saved. The database is away.')
    expect(saved).toEqual([])
  })
})

describe('the data of somebody else', () => {
  it('are given out by the programme office', async () => {
    const { service, page } = await openPrivacy(viewer)
    service.on(at(`${OF_VIEWER}/export`, 'POST'), DATA)
    await page.shows('Export for Viewer')
    await page.press('Export for Viewer')
    await page.shows('The data of Viewer are in the file')
    expect(saved).toHaveLength(1)
  })

  it('are held with a reason', async () => {
    const { service, page } = await openPrivacy(viewer)
    service.on(at(`${OF_VIEWER}/hold`, 'PUT'), { changed: true })
    await page.shows('Hold their data')
    await page.press(/^Hold$/)
    await page.shows('Write why the data must be kept')
    await page.fill('Hold their data', 'FOI request 12')
    await page.press(/^Hold$/)
    await page.shows('The data of Viewer are held')
    const [sent] = service.seen(at(`${OF_VIEWER}/hold`, 'PUT'))
    expect(sent?.body).toEqual({ because: 'FOI request 12' })
    expect(sent?.headers.get('if-match')).toBe('"7"')
  })

  it('cannot be taken out while they are held, and are let go of', async () => {
    const { service, page } = await openPrivacy({ ...viewer, heldBecause: 'FOI request 12' })
    service.on(at(`${OF_VIEWER}/hold`, 'PUT'), { changed: true })
    await page.shows('Held: FOI request 12')
    expect(page.offers('Remove Viewer')).toBe(false)
    await page.press('Let go')
    await page.shows('held no more')
    expect(service.seen(at(`${OF_VIEWER}/hold`, 'PUT'))[0]?.body).toEqual({ because: null })
  })

  it('held by two people for different reasons are shown with both, and held for the one that is chosen', async () => {
    const { service, page } = await openPrivacy(viewer)
    const route = at(`${OF_VIEWER}/hold`, 'PUT')
    const current = { ...viewer, heldBecause: 'A complaint', version: 8 }
    service.on(route, problem(412, 'stale-version', 'Somebody else changed this person.', { current }))
    service.on(at('people'), { ...listOf(current), national: [] })
    await page.fill('Hold their data', 'FOI request 12')
    await page.press(/^Hold$/)
    await page.shows('Theirs, saved now: Held: A complaint')
    await page.shows('Yours: Held: FOI request 12')
    service.on(route, { changed: true })
    await page.press('Yours: Held: FOI request 12')
    await page.press('Save what I chose')
    await page.shows('The data of Viewer are held')
    const [first, last] = service.seen(route)
    expect([first, last].map((sent) => sent?.headers.get('if-match'))).toEqual(['"7"', '"8"'])
    expect(last?.body).toEqual({ because: 'FOI request 12' })
  })

  it('are not let go of for a reason that nobody has seen', async () => {
    const { service, page } = await openPrivacy({ ...viewer, heldBecause: 'FOI request 12' })
    const route = at(`${OF_VIEWER}/hold`, 'PUT')
    const current = { ...viewer, heldBecause: 'A complaint', version: 8 }
    service.on(route, problem(412, 'stale-version', 'Somebody else changed this person.', { current }))
    service.on(at('people'), { ...listOf(current), national: [] })
    await page.press('Let go')
    await page.shows('Somebody else changed Viewer first')
    await page.shows('Held: A complaint. Until you let go')
    expect(service.seen(route)).toHaveLength(1)
  })

  it('may be held by somebody else while a reason is typed, which stays', async () => {
    const { service, page } = await openPrivacy(viewer)
    await page.fill('Hold their data', 'FOI request 12')
    service.on(at('people'), {
      ...listOf({ ...viewer, heldBecause: 'A complaint', version: 8 }),
      national: [],
    })
    service.streams.at(-1)?.open()
    service.publish({ programme: 'bnssg', seq: 9, kinds: ['person'], ids: [viewer.id] })
    await page.shows('Held: A complaint')
    expect(page.field('Hold their data').value).toBe('FOI request 12')
    await page.shows('This person has changed while you were writing')
  })

  it('are taken out after a question that says what goes and what stays', async () => {
    const { service, page } = await openPrivacy(viewer)
    service.on(at(`${OF_VIEWER}/removal`, 'POST'), { changed: true })
    await page.shows('Remove Viewer')
    await page.press('Remove Viewer')
    await page.shows('This cannot be taken back.')
    expect(service.seen(at(`${OF_VIEWER}/removal`, 'POST'))).toEqual([])
    page.root.querySelector('dialog button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await page.shows('Viewer is removed')
    const sent = service.seen(at(`${OF_VIEWER}/removal`, 'POST'))
    expect(sent.map(({ headers }) => headers.get('if-match'))).toEqual(['"7"'])
  })

  it('wait for open tasks to be handed over', async () => {
    const { page } = await openPrivacy({ ...viewer, openTasks: 3 })
    await page.shows('Viewer has 3 open tasks')
    expect(page.offers('Remove Viewer')).toBe(false)
  })
})
