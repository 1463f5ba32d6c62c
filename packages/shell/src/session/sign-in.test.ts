import type { DemonstrationPerson, SessionView, WaysToSignIn } from '@workplan/domain'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  exampleService,
  noNetwork,
  openApp,
  problem,
  session,
  taskView,
  type OpenedApp,
} from '../../testing/index.ts'
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
    const UNREAD = 'GET /api/programmes/bnssg/notifications/unread'
    service.on(UNREAD, { unread: 37 })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Map training and support')
    await page.shows('37 not read')
    service.on(UNREAD, { unread: 0 })
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
    expect(page.text()).not.toContain('37 not read')
  })

  it('is not offered where this is no demonstration', async () => {
    const service = exampleService({ session: { ...signedOut, demonstration: false } })
    service.on('GET /api/session/ways', { demonstration: false, singleSignOn: null, password: false })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('No way to sign in is set up here')
    expect(page.offers('Sign in as')).toBe(false)
  })
})

describe('signing in where this is no demonstration', () => {
  const link = `#invitation=${'x'.repeat(43)}`

  function realService(ways: Partial<WaysToSignIn>) {
    const service = exampleService({ session: { ...signedOut, demonstration: false } })
    const none = { demonstration: false, singleSignOn: null, password: false }
    service.on('GET /api/session/ways', { ...none, ...ways })
    return service
  }

  it('takes a password and then a code, and says what is wrong with either', async () => {
    const service = realService({ password: true })
    service.on('POST /api/session/password', problem(401, 'sign-in-refused', 'The password is not right.'))
    const page = await openApp(adult, '/bnssg/search')
    await page.shows('E-mail address')
    await page.press('Continue')
    await page.shows('Enter your e-mail address and your password')
    await page.fill('E-mail address', 'lead@organisation.example')
    await page.fill('Password', 'four plain words in a row')
    await page.press('Continue')
    await page.shows('The password is not right.')
    service.on('POST /api/session/password', { next: 'code' })
    await page.press('Continue')
    await page.shows('authenticator app')
    service.on('POST /api/session/code', session({ apps: ['adult'] }))
    await page.fill('Code', '123 456')
    await page.press('Sign in')
    await page.shows('Search')
    expect(service.seen('POST /api/session/code')[0]?.body).toEqual({ code: '123 456' })
    expect(page.offers('Sign in')).toBe(false)
  })

  it('sets up an account with a link, and shows the recovery codes', async () => {
    const service = realService({ password: true })
    const begun = { totpUri: 'otpauth://totp/x', secret: 'ABCDEF', recoveryCodes: ['aaaaa-bbbbb'] }
    service.on('POST /api/session/account', begun)
    service.on('POST /api/session/password', { next: 'code' })
    const page = await openApp(adult, `/bnssg/search${link}`)
    await page.shows('It works once')
    await page.fill('E-mail address', 'lead@organisation.example')
    await page.fill('Choose a password', 'four plain words in a row')
    await page.press('Continue')
    await page.shows('aaaaa-bbbbb')
    expect(page.text()).toContain('ABCDEF')
    await expect
      .poll(() => page.root.querySelector('main svg path')?.getAttribute('d'))
      .toMatch(/^M4 4h1v1h-1z/)
    expect(service.seen('POST /api/session/account')[0]?.body).toMatchObject({ invitation: 'x'.repeat(43) })
    expect(page.control('open your authenticator app').getAttribute('href')).toBe('otpauth://totp/x')
  })

  it('offers the provider, and says why it did not let somebody in', async () => {
    realService({ singleSignOn: { name: 'NHSmail' } })
    const page = await openApp(adult, '/bnssg/search?error=unable_to_get_user_info')
    await page.shows('You are not a person of this Workplan yet')
    expect(page.offers('Sign in with NHSmail')).toBe(true)
  })
})

describe('signing out', () => {
  /** A page on which a next step is half typed; `leaving` answers the signing out, which ends the session. */
  async function openHalfTyped(leaving: () => object) {
    const service = exampleService({ tasks: [taskView({ mayUpdate: true })] })
    service.on('GET /api/session/demo', { items: [lead] })
    service.on('DELETE /api/session', () => {
      service.on('GET /api/session', signedOut)
      return leaving()
    })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Map training and support')
    await page.press('Update')
    await page.shows('Add evidence')
    await page.fill('Next step', 'Ask the hospice')
    return { service, page }
  }

  async function signOutAllTheSame(page: OpenedApp): Promise<void> {
    await page.press('Sign out')
    await page.shows('Sign out and throw away what you typed?')
    page.root.querySelector<HTMLButtonElement>('.wp-dialog button')?.click()
    await page.shows('Updates the tasks for adults.')
  }

  it('ends the session on the server and forgets what was read and typed', async () => {
    const { page } = await openHalfTyped(() => new Response(null, { status: 204 }))
    expect(drafts()).toHaveLength(1)
    await page.press('Sign out')
    await page.shows('Sign out and throw away what you typed?')
    await page.press('Cancel')
    expect(drafts()).toHaveLength(1)
    await signOutAllTheSame(page)
    expect(page.text()).not.toContain('You are signed out')
    expect(page.text()).not.toContain('Map training and support')
    expect(drafts()).toEqual([])
  })

  it('keeps nothing of what was still on its way', async () => {
    const { service, page } = await openHalfTyped(() => new Response(null, { status: 204 }))
    const answer = Promise.withResolvers<object>()
    service.on(`PATCH /api/programmes/bnssg/tasks/${taskView().task.id}`, () => answer.promise)
    await page.press('Save')
    await signOutAllTheSame(page)
    answer.resolve(problem(401, 'not-signed-in', 'Sign in and try again.'))
    await new Promise((done) => setTimeout(done, 50))
    expect(drafts()).toEqual([])
    expect(page.text()).not.toContain('kept in this tab')
  })

  it('keeps nothing either where the answer to the signing out was lost', async () => {
    const { page } = await openHalfTyped(noNetwork)
    await signOutAllTheSame(page)
    expect(drafts()).toEqual([])
    expect(page.text()).not.toContain('You are signed out')
  })

  it('does not take the refusal of what was still being read for a session that ended elsewhere', async () => {
    const service = exampleService({ tasks: [taskView()] })
    service.on('GET /api/session/demo', { items: [lead] })
    const late = Promise.withResolvers<object>()
    service.on('GET /api/programmes/bnssg/tasks', () => late.promise)
    service.on('DELETE /api/session', async () => {
      service.on('GET /api/session', signedOut)
      late.resolve(problem(401, 'not-signed-in', 'Sign in and try again.'))
      await new Promise((done) => setTimeout(done, 50))
      return new Response(null, { status: 204 })
    })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Loading')
    await page.press('Sign out')
    await page.shows('Updates the tasks for adults.')
    expect(page.text()).not.toContain('You are signed out')
  })

  it('reads on where it did not work', async () => {
    const service = exampleService({ tasks: [taskView()] })
    const tasks = Promise.withResolvers<object>()
    service.on('GET /api/programmes/bnssg/tasks', () => tasks.promise)
    service.on('DELETE /api/session', noNetwork)
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Loading')
    service.on('GET /api/programmes/bnssg/tasks', { items: [taskView()], next: null })
    await page.press('Sign out')
    await page.shows('No answer came, so we do not know whether it was done.')
    await page.shows('Map training and support')
  })
})

describe('one session for all windows', () => {
  const LEAD = { id: lead.id, name: lead.name, title: lead.title }
  const asLead: SessionView = { ...session({ apps: ['adult'] }), person: LEAD }
  const PATCH = `PATCH /api/programmes/bnssg/tasks/${taskView().task.id}`

  async function typeNextStep(): Promise<OpenedApp> {
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Map training and support')
    await page.press('Update')
    await page.shows('Add evidence')
    await page.fill('Next step', 'Ask the hospice')
    return page
  }

  it('is what everything that is asked for says', async () => {
    const service = signedOutService()
    service.on('POST /api/session/demo', asLead)
    const page = await openApp(adult, '/bnssg/my-week')
    await page.press('Sign in as Lead for adult services')
    await page.shows('Map training')
    expect(service.seen('POST /api/session/demo')[0]?.headers.get('workplan-person')).toBeNull()
    const read = service.seen('GET /api/programmes/bnssg/tasks')
    expect(read.map(({ headers }) => headers.get('workplan-person'))).toEqual([lead.id])
  })

  it('is read anew as soon as another window signs somebody else in', async () => {
    const service = exampleService({ session: asLead, tasks: [taskView({ mayUpdate: true })] })
    const page = await typeNextStep()
    service.on('GET /api/session', session({ apps: ['adult'] }))
    const channel = new BroadcastChannel('workplan-session')
    onTestFinished(() => channel.close())
    channel.postMessage('person.reader')
    await vi.waitFor(() => expect(page.offers(/^Save$/)).toBe(false))
    expect(page.text()).not.toContain('Lead for adult services')
    expect(drafts()).toHaveLength(1)
  })

  it('leaves nothing of the person before on the page: no message, no undo, and nothing that is still to be sent', async () => {
    const service = exampleService({ session: asLead, tasks: [taskView({ mayUpdate: true })] })
    const page = await typeNextStep()
    service.on(PATCH, noNetwork)
    await page.press(/^Save$/)
    await page.shows('Not saved yet')
    service.on('GET /api/session', session({ apps: ['adult'] }))
    const channel = new BroadcastChannel('workplan-session')
    onTestFinished(() => channel.close())
    channel.postMessage('person.reader')
    await vi.waitFor(() => expect(page.text()).not.toContain('Lead for adult services'))
    service.streams.at(-1)?.open()
    await page.shows('Map training and support')
    expect(page.text()).not.toContain('Not saved yet')
    expect(service.seen(PATCH)).toHaveLength(1)
  })

  it('keeps what was typed for its writer when somebody else has signed in, comes, and goes', async () => {
    const service = exampleService({ session: asLead, tasks: [taskView({ mayUpdate: true })] })
    const page = await typeNextStep()
    service.on('GET /api/session', session({ apps: ['adult'] }))
    service.on(PATCH, problem(401, 'not-signed-in', 'Somebody else has signed in with this browser.'))
    await page.press(/^Save$/)
    await page.shows('You were signed out before this was saved.')
    await vi.waitFor(() => expect(page.text()).not.toContain('Lead for adult services'))
    expect(page.offers(/^Save$/)).toBe(false)

    service.on('DELETE /api/session', new Response(null, { status: 204 }))
    service.on('GET /api/session', signedOut)
    service.on('GET /api/session/demo', { items: [lead] })
    await page.press('Sign out')
    await page.shows('Updates the tasks for adults.')
    expect(drafts()).toHaveLength(1)

    const saved = taskView({ task: { nextStep: 'Ask the hospice' }, version: 2, mayUpdate: true })
    service.on(PATCH, { item: saved, flags: service.effect })
    for (const route of ['POST /api/session/demo', 'GET /api/session']) service.on(route, asLead)
    await page.press('Sign in as Lead for adult services')
    await page.shows('Choose a programme')
    await page.router.push('/bnssg/my-week')
    await page.shows('Saved.')
    expect(service.seen(PATCH).at(-1)?.body).toEqual({ nextStep: 'Ask the hospice' })
    expect(drafts()).toEqual([])
  })
})

describe('a session that ended elsewhere', () => {
  it('is said kindly with the next request, and what was typed is there after signing in again', async () => {
    const service = exampleService({
      session: session({ apps: ['adult'] }),
      tasks: [taskView({ mayUpdate: true })],
    })
    service.on('GET /api/session/demo', { items: [lead] })
    const page = await openApp(adult, '/bnssg/my-week')
    await page.shows('Map training and support')
    await page.press('Update')
    await page.shows('Add evidence')
    await page.fill('Next step', 'Ask the hospice')
    service.on('GET /api/session', signedOut)
    service.on(
      `PATCH /api/programmes/bnssg/tasks/${taskView().task.id}`,
      problem(401, 'not-signed-in', 'Sign in and try again.'),
    )
    await page.press(/^Save$/)
    await page.shows('You are signed out: in another window')
    expect(drafts()).toHaveLength(1)
    for (const route of ['POST /api/session/demo', 'GET /api/session'])
      service.on(route, session({ apps: ['adult'] }))
    await page.press('Sign in as Lead for adult services')
    await page.shows('Map training and support')
    expect(page.text()).not.toContain('You are signed out')
    await page.shows('Add evidence')
    await expect.poll(() => page.field('Next step').value).toBe('Ask the hospice')
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
