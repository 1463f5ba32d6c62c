import type { ManagedPerson } from '@workplan/domain'
import { openApp, problem, session } from '@workplan/shell/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const lead: ManagedPerson = {
  id: 'person.lead',
  name: 'Lead for adult services',
  title: 'Workstream lead',
  state: 'active',
  roles: [{ role: 'workstream-lead', app: 'adult', workstreams: ['bnssg.ws.one'], groups: null }],
  openTasks: 2,
}
const viewer: ManagedPerson = {
  ...lead,
  ...{ id: 'person.viewer', name: 'Viewer', title: '', openTasks: 0 },
  roles: [{ role: 'viewer', app: null, workstreams: null, groups: null }],
}

function officeService(...people: ManagedPerson[]) {
  const office = session({ apps: ['governance'], may: ['programme.view', 'people.manage'] })
  return governanceService({ 'GET /api/session': office, [at('people')]: listOf(...people) })
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
})

describe('the people page', () => {
  it('says who is in the programme, and what they are', async () => {
    officeService(lead, viewer)
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('Active: Lead for adult services (1 named). Workstream lead')
    expect(page.text()).toContain('2 open tasks')
    expect(page.text()).toContain('Active: Viewer')
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

  it('invites somebody, and shows the link', async () => {
    const service = officeService(viewer)
    service.on(at('people', 'POST'), { id: 'person.new', link: '/governance/bnssg/#invitation=secret' })
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('Invite somebody')
    await page.press('Invite somebody')
    await page.press('Make a one-time link')
    await page.shows('Give a name and at least one role')
    await page.fill('Name', 'A new analyst')
    await page.press('Lead for children and young people')
    await page.press('Make a one-time link')
    await page.shows('/governance/bnssg/#invitation=secret')
    expect(service.seen(at('people', 'POST'))[0]?.body).toEqual({
      name: 'A new analyst',
      title: '',
      roles: [{ role: 'workstream-lead', app: 'children', workstreams: null, groups: null }],
    })
  })

  it('asks before somebody is switched off, and says what happens then', async () => {
    const service = officeService(viewer)
    service.on(at('people/person.viewer/state', 'PUT'), { changed: true })
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('Change Viewer')
    await page.press('Change Viewer')
    await page.press('Switch off')
    await page.shows('They are signed out everywhere at once')
    expect(service.seen(at('people/person.viewer/state', 'PUT'))).toEqual([])
    await page.press(/^Cancel$/)
    expect(page.text()).not.toContain('signed out everywhere')
  })

  it('keeps the limits of a role that stays', async () => {
    const service = officeService(lead)
    service.on(at('people/person.lead/roles', 'PUT'), { changed: true })
    const page = await openApp(governance, '/bnssg/people')
    await page.shows('Change Lead for adult services')
    await page.press('Change Lead for adult services')
    const [, ofLead] = [...page.root.querySelectorAll('details')]
    ofLead?.querySelector<HTMLInputElement>('input[value="viewer"]')?.click()
    await page.press(/^Change roles$/)
    await page.shows('Change what Lead for adult services may do?')
    const confirm = [...page.root.querySelectorAll('dialog button')].find(
      ({ textContent }) => textContent.trim() === 'Change roles',
    )
    confirm?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await page.shows('has other roles now')
    expect(service.seen(at('people/person.lead/roles', 'PUT'))[0]?.body).toEqual({
      roles: [viewer.roles[0], lead.roles[0]],
    })
  })
})
