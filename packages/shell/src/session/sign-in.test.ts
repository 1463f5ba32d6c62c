import type { DemonstrationPerson, SessionView } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { exampleService, noNetwork, openApp, session, taskView } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
const signedOut: SessionView = { person: null, demonstration: true, programmes: [] }
const lead: DemonstrationPerson = {
  id: 'person.lead-adult',
  name: 'Lead for adult services',
  title: 'Workstream lead',
  role: 'workstream-lead',
  what: 'Updates the tasks for adults.',
  home: '/adult/',
}

function drafts(): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith('workplan-draft'))
}

function signedOutService() {
  const service = exampleService({
    session: signedOut,
    tasks: [taskView({ task: { title: 'Map training' } })],
  })
  service.on('GET /api/session/demo', { items: [lead] })
  service.on('POST /api/session/demo', session({ apps: ['adult'] }))
  return service
}

describe('signing in', () => {
  it('offers the people of the demonstration with what each may do, and stays at the address asked for', async () => {
    const service = signedOutService()
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Updates the tasks for adults.')
    expect(document.title).toBe('Sign in - Adult services - Workplan')
    await page.press('Sign in as Lead for adult services')
    await page.shows('Map training')
    expect(page.router.currentRoute.value.path).toBe('/bnssg/my-week')
    expect(service.seen('POST /api/session/demo')[0]?.body).toEqual({ person: 'person.lead-adult' })
    expect(document.activeElement?.textContent).toContain('My week')
  })

  it('says so when it did not work, and lets one try again', async () => {
    const service = signedOutService()
    service.on('POST /api/session/demo', noNetwork)
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Updates the tasks for adults.')
    await page.press('Sign in as Lead for adult services')
    await page.shows('You are not signed in. Your connection or the service is down.')
    expect(page.offers('Sign in as Lead for adult services')).toBe(true)
  })
})

describe('somebody else signing in', () => {
  it('in another tab changes this one when it is looked at again', async () => {
    const service = exampleService({ tasks: [taskView({ mayUpdate: true })] })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Map training and support')
    const other = session()
    service.on('GET /api/session', {
      ...other,
      person: { id: 'person.sro', name: 'Another person', title: '' },
    })
    service.tasks.set('bnssg.task.training', taskView({ task: { title: 'As the other sees it' } }))
    document.dispatchEvent(new Event('visibilitychange'))
    await page.shows('Another person')
    await page.shows('As the other sees it')
    expect(page.text()).not.toContain('Map training and support')
  })

  it('is not offered where this is no demonstration', async () => {
    exampleService({ session: { ...signedOut, demonstration: false } })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('This is not a demonstration')
    expect(page.offers('Sign in as')).toBe(false)
  })
})

describe('signing out', () => {
  it('ends the session on the server and forgets what was read and typed', async () => {
    const service = exampleService({ tasks: [taskView({ mayUpdate: true })] })
    service.on('GET /api/session/demo', { items: [lead] })
    service.on('DELETE /api/session', () => {
      service.on('GET /api/session', signedOut)
      return new Response(null, { status: 204 })
    })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Map training and support')
    await page.press('Update')
    await page.shows('Add evidence')
    await page.fill('Next step', 'Ask the hospice')
    expect(drafts()).toHaveLength(1)
    await page.press('Sign out')
    await page.shows('Updates the tasks for adults.')
    expect(page.text()).not.toContain('Map training and support')
    expect(drafts()).toEqual([])
  })
})

describe('a page that is not for this person', () => {
  it('says so, and names the apps they may open', async () => {
    exampleService({ session: session({ apps: ['governance'] }) })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('You may not open this page')
    expect(page.control('Governance').getAttribute('href')).toBe('/governance/bnssg/')
  })

  it('does not say whether a programme of others exists', async () => {
    exampleService({})
    const page = await openApp(adult, '/elsewhere/my-week')
    await page.shows('Page not found')
  })

  it('says when the session itself cannot be read, and tries again', async () => {
    const service = exampleService({ tasks: [taskView()] })
    service.on('GET /api/session', noNetwork)
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('The service did not answer')
    service.on('GET /api/session', session())
    await page.press('Try again')
    await page.shows('Map training and support')
  })
})
