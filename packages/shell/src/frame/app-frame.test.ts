import { describe, expect, it } from 'vitest'
import { exampleService, noNetwork, openApp, session, taskView } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const adult = workstreamApp({
  app: 'adult',
  title: 'Adult services',
  sections: [{ text: 'Journal', route: 'workplan', action: 'journal.view' }],
  routes: [],
})

describe('the frame of every page', () => {
  it('names the programme and its moment, and the apps that this person may open', async () => {
    exampleService({
      session: session({ apps: ['governance', 'adult'], pinnedBecause: 'Its papers are of that day.' }),
    })
    const page = await openApp(adult, '/bnssg/workplan')
    await page.shows('Demonstration: as on 13 March 2023')
    await page.shows('Its papers are of that day.')
    expect(page.control('Governance').getAttribute('href')).toBe('/governance/bnssg/')
    expect(page.offers('Workforce')).toBe(false)
    expect(page.offers('Journal')).toBe(false)
    expect(page.control('Skip to main content').getAttribute('href')).toBe('#maincontent')
  })

  it('goes to the search from the slash key, and searches what was typed', async () => {
    const service = exampleService({})
    const page = await openApp(adult, '/bnssg/workplan')
    await page.shows('No tasks yet')
    const slash = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })
    document.body.dispatchEvent(slash)
    const box = page.field('Search requirements, tasks and flags')
    expect(document.activeElement).toBe(box)
    await page.fill('Search requirements, tasks and flags', ' 1.1.3 ')
    box.form?.dispatchEvent(new Event('submit', { cancelable: true }))
    await page.shows('Search: 1.1.3')
    expect(service.seen('GET /api/programmes/bnssg/requirements')[0]?.url.searchParams.get('q')).toBe('1.1.3')
  })

  it('moves the focus to the heading and names the page after a navigation, not when it opens', async () => {
    exampleService({ tasks: [taskView({ serves: [] })] })
    const page = await openApp(adult, '/bnssg/workplan')
    await page.shows('Map training and support')
    expect(document.activeElement).toBe(document.body)
    await page.router.push('/bnssg/tasks/bnssg.task.training')
    await page.shows('Requirements it serves')
    expect(document.activeElement?.textContent).toContain('Map training and support')
    expect(document.title).toBe('Map training and support - Adult services - Workplan')
    expect(page.control('Workplan').getAttribute('href')).toBeDefined()
  })

  it('says when the live connection is lost, and when it is back reads again and says what changed', async () => {
    const service = exampleService({ tasks: [taskView()] })
    const page = await openApp(adult, '/bnssg/workplan')
    await page.shows('Map training and support')
    const stream = service.streams.at(-1)
    stream?.open()
    stream?.fail({ forGood: false })
    await page.shows('Not connected: what you see may be out of date.')
    await page.shows(/Trying again in \d s\./)
    service.tasks.set('bnssg.task.training', taskView({ task: { title: 'A new name' } }))
    await page.press('Try now')
    const missed = { seq: 9, programme: 'bnssg', kinds: ['task', 'flag'], ids: ['a', 'b'] }
    service.streams.at(-1)?.open({ missed: [missed] })
    await page.shows('A new name')
    await page.shows('1 change was made meanwhile, to 2 records: task, flag.')
    expect(page.text()).not.toContain('Not connected')
    await page.press('Hide this message')
    expect(page.text()).not.toContain('meanwhile')
  })

  it('hears of every change after its reader’s session was read, however late the stream opens', async () => {
    const service = exampleService({ session: session({ seq: 41 }), tasks: [taskView()] })
    await openApp(adult, '/bnssg/workplan')
    await expect.poll(() => service.streams.at(-1)?.url).toBe('/api/programmes/bnssg/events?after=41')
  })

  it('keeps what was read when it cannot be read again, and says so', async () => {
    const service = exampleService({ tasks: [taskView()] })
    const page = await openApp(adult, '/bnssg/workplan')
    await page.shows('Map training and support')
    service.on('GET /api/programmes/bnssg/tasks', noNetwork)
    service.publish({ seq: 2, programme: 'bnssg', kinds: ['task'], ids: [] })
    await page.shows('You see what we read before.')
    expect(page.text()).toContain('Map training and support')
  })
})
