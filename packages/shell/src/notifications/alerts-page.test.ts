import type { DigestSettings, Notice, NoticeList } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { exampleService, openApp, problem, type ExampleService } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
const PATH = '/api/programmes/bnssg/notifications'

function notice(given: Partial<Notice>): Notice {
  return {
    id: 'due-task.1',
    kind: 'due',
    title: 'Train care homes',
    text: '3 days late.',
    by: null,
    at: null,
    on: '2023-03-10',
    opens: { kind: 'task', id: 'task.1' },
    read: false,
    ...given,
  }
}

/** Serves these notices as the service does: filtered, counted, and read once they are marked. */
function serve(given: readonly Notice[]): ExampleService {
  const service = exampleService({})
  let items = [...given]
  const unread = () => items.filter(({ read }) => !read).length
  service.on(`GET ${PATH}`, ({ url }): NoticeList => {
    const kind = url.searchParams.get('kind')
    return {
      items: items.filter((item) => kind === null || item.kind === kind),
      next: null,
      counts: [{ kind: 'due', all: items.filter((item) => item.kind === 'due').length, unread: 0 }],
      unread: unread(),
      seq: 41,
    }
  })
  service.on(`GET ${PATH}/unread`, () => ({ unread: unread() }))
  service.on(`PUT ${PATH}/read`, () => {
    items = items.map((item) => ({ ...item, read: true }))
    return { unread: 0 }
  })
  return service
}

const mention = notice({
  id: 'mentioned-1',
  kind: 'mentioned',
  title: 'Open the hub',
  text: 'When, @Reader?',
  by: 'Programme office',
  at: '2023-03-12T10:00:00.000Z',
})

describe('the alerts', () => {
  it('lead to what they are about; a mention to what was said, a group to its flags', async () => {
    const flags = notice({
      id: 'flagged-1',
      kind: 'flagged',
      title: 'Task is late',
      opens: { kind: 'flags', id: 'late-task' },
    })
    serve([mention, notice({}), flags])
    const page = await openApp(adult, '/bnssg/alerts')
    await page.shows('3 alerts; 3 not read')
    const address = (name: string) => page.control(name).getAttribute('href')
    expect(address('Open the hub')).toBe('/adult/bnssg/tasks/task.1#comments')
    expect(address('Train care homes')).toBe('/adult/bnssg/tasks/task.1')
    expect(address('Task is late')).toBe('/adult/bnssg/flags?rule=late-task')
    await page.shows('Mentioned (1)')
    await page.shows('New Open the hub')
  })

  it('are marked as read all at once, up to what was shown, and the count in the header goes', async () => {
    const service = serve([mention, notice({})])
    const page = await openApp(adult, '/bnssg/alerts')
    await page.shows('Alerts2, 2 not read')
    await page.press('Mark all as read')
    await page.shows('2 alerts; all are read')
    await page.shows('All alerts are marked as read')
    expect(service.seen(`PUT ${PATH}/read`).map(({ body }) => body)).toEqual([{ seq: 41 }])
    expect(page.text()).not.toContain('not read')
    expect(page.offers('Mark all as read')).toBe(false)
  })

  it('are narrowed by kind, as the address says', async () => {
    serve([mention, notice({})])
    const page = await openApp(adult, '/bnssg/alerts?kind=due')
    await page.shows('1 alert;')
    expect(page.offers('Open the hub')).toBe(false)
    await page.fill('Kind', 'asked')
    await page.shows('No alerts match')
    expect(page.router.currentRoute.value.query).toEqual({ kind: 'asked' })
    await page.press('Clear all filters')
    await page.shows('2 alerts')
  })

  it('show the latest of each kind, what asks for something first, and the way to the rest', async () => {
    const due = Array.from({ length: 7 }, (_, index) =>
      notice({ id: `due-${index}`, title: `Task ${index}` }),
    )
    serve([...due, notice({ id: 'asked', kind: 'asked', title: 'A question' })])
    const page = await openApp(adult, '/bnssg/alerts')
    await page.shows('Due (7)')
    const headings = [...page.root.querySelectorAll('h2')].map(({ textContent }) => textContent.trim())
    expect(headings.slice(0, 2)).toEqual(['Asked (1)', 'Due (7)'])
    expect(page.offers('Task 4')).toBe(true)
    expect(page.offers('Task 5')).toBe(false)
    expect(page.control('All 7: Due').getAttribute('href')).toBe('/adult/bnssg/alerts?kind=due')
  })

  it('say when there are none', async () => {
    serve([])
    const page = await openApp(adult, '/bnssg/alerts')
    await page.shows('Nothing of yours is due within a week')
  })
})

describe('the choice of e-mails', () => {
  const settings: DigestSettings = {
    version: 17,
    frequency: 'weekly',
    weekday: 1,
    address: null,
    accountAddress: null,
    domains: ['example.nhs.uk'],
    noneBecause: 'no-address',
    nextOn: null,
  }

  it('says why none come, and what comes once an address is given', async () => {
    const service = serve([])
    service.on(`GET ${PATH}/settings`, settings)
    service.on(`PUT ${PATH}/settings`, ({ body }) => ({
      ...settings,
      ...(body as object),
      noneBecause: null,
      nextOn: '2026-11-27',
    }))
    const page = await openApp(adult, '/bnssg/alerts/settings')
    await page.shows('You get no e-mails yet')
    await page.fill('On which day', '5')
    await page.fill('Your e-mail address', 'me@example.nhs.uk')
    await page.press('Save')
    await page.shows('Saved. The next e-mail comes on 27 November 2026')
    expect(service.seen(`PUT ${PATH}/settings`)[0]?.body).toEqual({
      frequency: 'weekly',
      weekday: 5,
      address: 'me@example.nhs.uk',
    })
    expect(page.text()).not.toContain('You get no e-mails yet')
    expect(service.seen(`PUT ${PATH}/settings`)[0]?.headers.get('if-match')).toBe('"17"')
  })

  it('made in another window meanwhile is shown beside this one, and one is chosen', async () => {
    const service = serve([])
    const theirs: DigestSettings = { ...settings, version: 18, frequency: 'never' }
    service.on(`GET ${PATH}/settings`, settings)
    service.on(`PUT ${PATH}/settings`, problem(412, 'stale-version', 'Not saved.', { current: theirs }))
    const page = await openApp(adult, '/bnssg/alerts/settings')
    await page.shows('You get no e-mails yet')
    await page.press('Every day')
    await page.press('Save')
    await page.shows('You changed this choice in another window while you were writing here')
    await page.shows('Different: changed in both windows')
    service.on(`PUT ${PATH}/settings`, ({ body }) => ({ ...theirs, ...(body as object), version: 19 }))
    await page.press('In this window: Every day')
    await page.press('Save what I chose')
    await page.shows('Saved')
    const [, sent] = service.seen(`PUT ${PATH}/settings`)
    expect(sent?.body).toEqual({ frequency: 'daily', weekday: 1, address: null })
    expect(sent?.headers.get('if-match')).toBe('"18"')
  })

  it('that is saved as it is shown is compared with what was chosen in another window', async () => {
    const service = serve([])
    service.on(`GET ${PATH}/settings`, settings)
    const page = await openApp(adult, '/bnssg/alerts/settings')
    await page.shows('You get no e-mails yet')
    await page.press('Save')
    await page.shows('That is what you have chosen already')
    service.on(`GET ${PATH}/settings`, { ...settings, version: 18, frequency: 'never' })
    await page.press('Save')
    await page.shows('You have chosen something else in another window')
    expect(page.root.querySelector<HTMLInputElement>('input[value=never]')?.checked).toBe(true)
    expect(service.seen(`PUT ${PATH}/settings`)).toEqual([])
  })

  it('asks for no address where no e-mails are sent', async () => {
    serve([]).on(`GET ${PATH}/settings`, { ...settings, domains: [], noneBecause: 'not-set-up' })
    const page = await openApp(adult, '/bnssg/alerts/settings')
    await page.shows('No e-mails are sent here')
    expect(() => page.field('Your e-mail address')).toThrow('There is no field')
  })

  it('names a refused address at its field', async () => {
    const service = serve([])
    service.on(`GET ${PATH}/settings`, settings)
    const errors = [{ path: 'address', message: 'Give an address that ends with @example.nhs.uk' }]
    service.on(`PUT ${PATH}/settings`, problem(400, 'invalid-input', 'Nothing was saved.', { errors }))
    const page = await openApp(adult, '/bnssg/alerts/settings')
    await page.shows('Your e-mail address')
    await page.fill('Your e-mail address', 'me@elsewhere.example')
    await page.press('Save')
    await page.shows('The choice is not saved')
    await page.shows('Give an address that ends with @example.nhs.uk')
    expect((page.field('Your e-mail address') as HTMLInputElement).value).toBe('me@elsewhere.example')
  })
})
