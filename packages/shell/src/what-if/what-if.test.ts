import type { EffectOnFlags } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import {
  exampleService,
  flagDetail,
  flagSummary,
  openApp,
  problem,
  taskView,
  type ExampleService,
} from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const ID = 'bnssg.task.training'
const WHAT_IF = 'POST /api/programmes/bnssg/what-if'
const app = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })

function effect(change: Partial<EffectOnFlags> = {}): EffectOnFlags {
  return { cleared: [], raised: [], reopened: [], changed: [], ...change }
}

function taskService(): ExampleService {
  const service = exampleService({ tasks: [taskView({ mayUpdate: true })] })
  service.on(WHAT_IF, effect({ cleared: [flagSummary()] }))
  return service
}

async function openForm() {
  const page = await openApp(app, `/bnssg/tasks/${ID}`)
  await page.shows('Update this task')
  await page.press('Update this task')
  await page.shows('See what this would change')
  return page
}

describe('what a change would do', () => {
  it('is shown before a task is saved, for what is in the form now', async () => {
    const service = taskService()
    const page = await openForm()
    await page.fill('Progress note', 'Half of it is mapped')
    await page.press('See what this would change')
    await page.shows('1 flag would clear. Nothing is saved yet.')
    expect(page.control(/Equipment/).getAttribute('href')).toContain('/flags/no-live-work~duty.equipment')
    expect(service.seen(WHAT_IF)[0]?.body).toEqual({
      kind: 'task',
      id: ID,
      change: { progress: 'Half of it is mapped' },
    })
    expect(service.requests.some(({ method }) => method === 'PATCH')).toBe(false)
    await page.fill('Progress note', 'Something else')
    expect(page.text()).not.toContain('would clear')
  })

  it('asks for a change first, and for one that can be read', async () => {
    const service = taskService()
    const page = await openForm()
    await page.press('See what this would change')
    await page.shows('You have not changed anything yet.')
    await page.fill('Due date', 'soon')
    await page.press('See what this would change')
    await page.shows('Due date must be a date')
    expect(service.seen(WHAT_IF)).toHaveLength(0)
  })

  it('says why it could not be said', async () => {
    const service = taskService()
    service.on(WHAT_IF, problem(500, 'internal', 'The rules could not be run.'))
    const page = await openForm()
    await page.fill('Progress note', 'Half of it is mapped')
    await page.press('See what this would change')
    await page.shows('The rules could not be run.')
  })

  it('can be tried on the answer to a measure, from its flag', async () => {
    const flag = flagDetail({
      subject: { kind: 'measure', id: 'ambitions.1.1.2', title: 'Agreed planning approach' },
    })
    const service = exampleService({})
    service.on(`GET /api/programmes/bnssg/flags/${encodeURIComponent(flag.id)}`, flag)
    service.on(WHAT_IF, effect({ raised: [flagSummary()] }))
    const page = await openApp(app, `/bnssg/flags/${encodeURIComponent(flag.id)}`)
    await page.shows('Try it: nothing is saved')
    await page.shows('What the evidence is')
    await page.fill('Level', '4')
    await page.fill('What the evidence is', 'none')
    await page.press('See what this would change')
    await page.shows('1 flag would be raised.')
    expect(service.seen(WHAT_IF)[0]?.body).toEqual({
      kind: 'answer',
      id: 'ambitions.1.1.2',
      change: { level: 4, evidenceState: 'none', evidence: null },
    })
  })

  it('can be tried on a service, from a flag that looked at it', async () => {
    const flag = flagDetail({
      subject: { kind: 'coverage-requirement', id: 'requirement.advice', title: 'Advice by day and night' },
      records: [
        { kind: 'service', id: 'service.line', title: 'Advice line', fields: [], source: null },
        { kind: 'service', id: 'service.night', title: 'Night sitters', fields: [], source: null },
        { kind: 'locality', id: 'locality.north', title: 'North', fields: [], source: null },
      ],
    })
    const service = exampleService({})
    service.on(`GET /api/programmes/bnssg/flags/${encodeURIComponent(flag.id)}`, flag)
    service.on(WHAT_IF, effect({ cleared: [flagSummary()] }))
    const page = await openApp(app, `/bnssg/flags/${encodeURIComponent(flag.id)}`)
    await page.shows('Try it: nothing is saved')
    await page.shows('How it is given')
    await page.press('See what this would change')
    await page.shows('You have not changed anything yet.')
    await page.fill('Service', 'service.night')
    await page.fill('Hours', 'always')
    await page.press('See what this would change')
    await page.shows('1 flag would clear.')
    expect(service.seen(WHAT_IF)[0]?.body).toMatchObject({
      kind: 'service',
      id: 'service.night',
      change: { aroundTheClock: true },
    })
    await page.fill('Hours', 'these')
    expect(page.text()).not.toContain('1 flag would clear')
  })

  it('is offered in the form of a task that a flag is about', async () => {
    const flag = flagDetail({ subject: { kind: 'task', id: ID, title: 'Map training' } })
    const service = exampleService({})
    service.on(`GET /api/programmes/bnssg/flags/${encodeURIComponent(flag.id)}`, flag)
    const page = await openApp(app, `/bnssg/flags/${encodeURIComponent(flag.id)}`)
    await page.shows('Try it in the form of the task')
    expect(page.control('Try it in the form of the task').getAttribute('href')).toContain(`/tasks/${ID}`)
  })
})
