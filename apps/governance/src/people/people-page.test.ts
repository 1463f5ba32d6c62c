import type { ManagedPerson, RoleGiven } from '@workplan/domain'
import { noNetwork, openApp, problem, programmeView, session } from '@workplan/shell/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { governance } from '../governance.ts'
import { group } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const WORKSTREAMS = ['One', 'Two'].map((name) => ({
  id: `bnssg.ws.${name.toLowerCase()}`,
  name: `Workstream ${name}`,
  label: name,
  app: 'adult' as const,
  leadName: null,
  tasks: 0,
  openFlags: 0,
}))
const leadOfOne: RoleGiven = {
  role: 'workstream-lead',
  app: 'adult',
  workstreams: ['bnssg.ws.one'],
  groups: null,
}
const lead: ManagedPerson = {
  id: 'person.lead',
  name: 'Lead for adult services',
  title: 'Workstream lead',
  state: 'active',
  roles: [leadOfOne],
  openTasks: 2,
  heldBecause: null,
  version: 7,
}
const viewer: ManagedPerson = {
  ...lead,
  ...{ id: 'person.viewer', name: 'Viewer', title: '', openTasks: 0 },
  roles: [{ role: 'viewer', app: null, workstreams: null, groups: null }],
}

function officeService(...people: ManagedPerson[]) {
  const office = session({ apps: ['governance'], may: ['programme.view', 'people.manage'] })
  return governanceService({
    'GET /api/session': office,
    'GET /api/programmes/bnssg': programmeView({ workstreamList: WORKSTREAMS }),
    'GET /api/session/ways': { demonstration: false, singleSignOn: { name: 'NHSmail' }, password: true },
    [at('groups')]: listOf(group('Board')),
    [at('people')]: {
      ...listOf(...people),
      national: [{ id: 'person.onlooker', name: 'Onlooker', title: 'National team' }],
    },
  })
}

/** Ticks or unticks a checkbox by its value in the part of the page that is open. */
function tick(root: ParentNode, value: string): void {
  root.querySelector<HTMLInputElement>(`details[open] input[value="${value}"]`)?.click()
}

function confirm(root: ParentNode, words: string): void {
  const button = [...root.querySelectorAll('dialog button')].find(
    ({ textContent }) => textContent.trim() === words,
  )
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
})

describe('the people page', () => {
  it('says who is in the programme, what they are and what for', async () => {
    officeService(lead, { ...viewer, heldBecause: 'FOI request 12' })
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('Active: Lead for adult services (Workstream One). Workstream lead')
    expect(page.text()).toContain('2 open tasks')
    expect(page.text()).toContain('Active: Viewer')
    expect(page.text()).toContain('Their data are held: FOI request 12')
  })

  it('says who looks on from outside', async () => {
    officeService(viewer)
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('Onlooker, National team')
  })

  it('is for the programme office', async () => {
    governanceService()
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('You may not open this page')
    expect(page.offers('People')).toBe(false)
  })

  it('says when there is nobody, and when they cannot be read', async () => {
    const service = officeService()
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('Nobody is in this programme')
    service.on(at('people'), problem(503, 'database-unavailable', 'The database could not be reached.'))
    const other = await openApp(governance, '/bnssg/people')
    await other.shows('The database could not be reached.')
  })
})

describe('inviting somebody', () => {
  async function openForm(answer: object) {
    const service = officeService(viewer)
    service.on(at('people', 'POST'), answer)
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('Invite somebody')
    await page.press('Invite somebody')
    await page.shows('Identifier at NHSmail')
    return { service, page }
  }

  it('shows the link, and writes an e-mail with it without telling the service the address', async () => {
    const { service, page } = await openForm({
      id: 'person.new',
      link: '/governance/bnssg/#invitation=secret',
    })
    await page.press(/^Invite$/)
    await page.shows('Give their name')
    await page.shows('Choose at least one role')
    await page.fill('Name', 'A new analyst')
    await page.fill('E-mail address (optional)', 'analyst@organisation.example')
    tick(page.root, 'lead-adult')
    await page.press(/^Invite$/)
    await page.shows('/governance/bnssg/#invitation=secret')
    const letter = decodeURIComponent(page.control('Write an e-mail').getAttribute('href') ?? '')
    expect(letter).toMatch(/^mailto:analyst@organisation\.example\?/)
    expect(letter).toContain('/governance/bnssg/#invitation=secret')
    expect(service.seen(at('people', 'POST'))[0]?.body).toEqual({
      name: 'A new analyst',
      title: '',
      roles: [{ role: 'workstream-lead', app: 'adult', workstreams: null, groups: null }],
    })
  })

  it('by an identifier needs no link', async () => {
    const { service, page } = await openForm({ id: 'person.new', link: null })
    await page.fill('Name', 'A new analyst')
    await page.fill('Identifier at NHSmail', 'subject-1')
    tick(page.root, 'viewer')
    await page.press(/^Invite$/)
    await page.shows('A new analyst needs no link')
    expect(service.seen(at('people', 'POST'))[0]?.body).toMatchObject({ subject: 'subject-1' })
  })
})

describe('changing somebody', () => {
  async function openChange(person: ManagedPerson) {
    const service = officeService(person, person === viewer ? lead : viewer)
    const page = await openApp(governance, '/bnssg/people')
    await page.shows(`Change ${person.name}`)
    await page.press(`Change ${person.name}`)
    return { service, page }
  }

  it('asks before somebody is switched off, and says what happens then', async () => {
    const { service, page } = await openChange(viewer)
    await page.press('Switch off')
    await page.shows('They are signed out everywhere at once')
    expect(service.seen(at('people/person.viewer/state', 'PUT'))).toEqual([])
    await page.press(/^Cancel$/)
    expect(page.text()).not.toContain('signed out everywhere')
  })

  it('names the workstreams of a lead and the groups of a member', async () => {
    const { service, page } = await openChange(lead)
    service.on(at('people/person.lead/roles', 'PUT'), { changed: true })
    await page.shows('Workstream Two')
    tick(page.root, 'bnssg.ws.two')
    await nextTick()
    tick(page.root, 'group-member')
    await page.shows('Group member: for which groups')
    tick(page.root, 'group.board')
    await page.press(/^Change roles$/)
    await page.shows('Change what Lead for adult services may do?')
    confirm(page.root, 'Change roles')
    await page.shows('has other roles now')
    expect(service.seen(at('people/person.lead/roles', 'PUT'))[0]?.body).toEqual({
      roles: [
        {
          role: 'workstream-lead',
          app: 'adult',
          workstreams: ['bnssg.ws.one', 'bnssg.ws.two'],
          groups: null,
        },
        { role: 'group-member', app: null, workstreams: null, groups: ['group.board'] },
      ],
    })
  })

  it('shows the roles of both when somebody else gave others first, and saves the choice', async () => {
    const { service, page } = await openChange(viewer)
    const route = at('people/person.viewer/roles', 'PUT')
    const roles = [{ role: 'sro' as const, app: null, workstreams: null, groups: null }]
    const current = { ...viewer, roles, version: 8 }
    service.on(route, problem(412, 'stale-version', 'Somebody else changed this person.', { current }))
    service.on(at('people'), { ...listOf(lead, current), national: [] })
    tick(page.root, 'programme-office')
    await page.press(/^Change roles$/)
    await page.shows('Change what Viewer may do?')
    confirm(page.root, 'Change roles')
    await page.shows('Theirs, saved now: Senior responsible owner')
    await page.shows('Yours: Viewer, Programme office')
    service.on(route, { changed: true })
    await page.press('Yours: Viewer, Programme office')
    await page.press('Save what I chose')
    await page.shows('has other roles now')
    const [first, last] = service.seen(route)
    expect([first, last].map((sent) => sent?.headers.get('if-match'))).toEqual(['"7"', '"8"'])
    expect(last?.body).toEqual(first?.body)
  })

  it('keeps the ticks while somebody else changes the person', async () => {
    const { service, page } = await openChange(viewer)
    tick(page.root, 'programme-office')
    await nextTick()
    const roles = [{ role: 'sro' as const, app: null, workstreams: null, groups: null }]
    service.on(at('people'), { ...listOf(lead, { ...viewer, roles, version: 8 }), national: [] })
    service.streams.at(-1)?.open()
    service.publish({ programme: 'bnssg', seq: 9, kinds: ['person'], ids: [viewer.id] })
    await page.shows('This person has changed while you were writing')
    const ticked = (role: string) =>
      page.root.querySelector<HTMLInputElement>(`details[open] input[value="${role}"]`)?.checked
    expect(['viewer', 'programme-office', 'sro'].map(ticked)).toEqual([true, true, false])
  })

  it('says that somebody else was first when a person is switched off, and shows what holds', async () => {
    const { service, page } = await openChange(viewer)
    const current = { ...viewer, title: 'Analyst', heldBecause: 'FOI request 12', version: 8 }
    service.on(
      at('people/person.viewer/state', 'PUT'),
      problem(412, 'stale-version', 'Changed.', { current }),
    )
    service.on(at('people'), { ...listOf(lead, current), national: [] })
    await page.press('Switch off')
    await page.shows('They are signed out everywhere at once')
    confirm(page.root, 'Switch off')
    await page.shows('Somebody else changed Viewer first')
    await page.shows('Their data are held: FOI request 12')
  })

  it('does not take a role for nothing as one for everything', async () => {
    const { service, page } = await openChange({ ...lead, roles: [{ ...leadOfOne, workstreams: [] }] })
    await page.shows('Lead for adult services (of none)')
    await page.press(/^Change roles$/)
    await page.shows('Choose the workstreams of: lead for adult services')
    expect(service.seen(at('people/person.lead/roles', 'PUT'))).toEqual([])
  })

  it('hands over the tasks that are not done', async () => {
    const { service, page } = await openChange(lead)
    service.on(at('people/person.lead/hand-over', 'POST'), { tasks: 2 })
    await page.fill('Hand over the tasks to', 'person.viewer')
    await page.press(/^Hand over$/)
    await page.shows('The tasks are handed over')
    expect(service.seen(at('people/person.lead/hand-over', 'POST'))[0]?.body).toEqual({ to: 'person.viewer' })
  })

  it('asks for the same anew once something has changed since an answer was lost, and until then once', async () => {
    const { service, page } = await openChange(lead)
    const HAND_OVER = at('people/person.lead/hand-over', 'POST')
    service.on(HAND_OVER, noNetwork)
    await page.fill('Hand over the tasks to', 'person.viewer')
    await page.press(/^Hand over$/)
    await page.shows('No answer came')
    await page.press(/^Hand over$/)
    await expect.poll(() => service.seen(HAND_OVER)).toHaveLength(2)
    service.streams.at(-1)?.open()
    service.publish({ programme: 'bnssg', seq: 9, kinds: ['task'], ids: ['task.1'] })
    service.on(HAND_OVER, { tasks: 2 })
    await page.press(/^Hand over$/)
    await page.shows('The tasks are handed over')
    const [lost, again, anew] = service.seen(HAND_OVER).map(({ headers }) => headers.get('idempotency-key'))
    expect(again).toBe(lost)
    expect(anew).not.toBe(lost)
  })
})
