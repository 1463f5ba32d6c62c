import type { TaskView } from '@workplan/domain'
import { describe, expect, it, vi } from 'vitest'
import {
  exampleService,
  noNetwork,
  openApp,
  problem,
  programmeView,
  session,
  taskView,
  type OpenedApp,
} from '../../testing/index.ts'
import { storageWithoutRoom } from '../../testing/storage-without-room.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const PATCH = 'PATCH /api/programmes/bnssg/tasks/bnssg.task.training'
const ID = 'bnssg.task.training'

function aTask(change: Partial<TaskView['task']> = {}, version = 1): TaskView {
  return taskView({ task: { progress: 'Old note', ...change }, version, mayUpdate: true })
}

/** The answer to a save. */
function savedAs(progress: string, version: number): object {
  return { item: aTask({ progress }, version), flags: { cleared: [], raised: [], reopened: [] } }
}

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })

async function openForm(): Promise<OpenedApp> {
  const page = await openApp(adult, `/bnssg/tasks/${ID}`)
  await page.shows('Update this task')
  await page.press('Update this task')
  await page.shows('Add evidence')
  return page
}

const note = (page: OpenedApp) => page.field('Progress note').value

describe('the form of a task', () => {
  it('keeps what was typed while there is no connection, and saves it once when there is one again', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const saves = service.seen
    service.on(PATCH, noNetwork)
    const page = await openForm()
    await page.fill('Progress note', 'A long note')
    await page.press('Save')
    await page.shows('Not saved yet: the service cannot be reached.')
    expect(note(page)).toBe('A long note')

    service.on(PATCH, {
      item: aTask({ progress: 'A long note' }, 2),
      flags: { cleared: [], raised: [], reopened: [] },
    })
    service.streams.at(-1)?.open()
    await page.shows('Saved. No flags changed')
    const [first, second] = saves(PATCH)
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))
  })

  it('keeps what was typed over a reload of the page', async () => {
    exampleService({ tasks: [aTask()] })
    const before = await openForm()
    await before.fill('Progress note', 'Half a thought')
    before.close()
    const after = await openApp(adult, `/bnssg/tasks/${ID}`)
    await after.shows('Add evidence')
    expect(note(after)).toBe('Half a thought')
    await after.press('Throw away what I typed')
    after.close()
    expect(note(await openForm())).toBe('Old note')
  })

  it('keeps what was typed when the session ended meanwhile, and saves it after signing in again', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openForm()
    await page.fill('Progress note', 'Typed too late')
    service.on(PATCH, problem(401, 'not-signed-in', 'Sign in and try again.'))
    service.on('GET /api/session', { person: null, demonstration: true, programmes: [] })
    service.on('GET /api/session/demo', { items: [] })
    await page.press('Save')
    await page.shows('You were signed out before this was saved.')
    await page.shows('This is a demonstration')
    expect(page.text()).not.toContain('Old note')
    service.on('GET /api/session', session())
    service.on(PATCH, {
      item: aTask({ progress: 'Typed too late' }, 2),
      flags: { cleared: [], raised: [], reopened: [] },
    })
    window.dispatchEvent(new Event('focus'))
    document.dispatchEvent(new Event('visibilitychange'))
    await page.shows('Saved. No flags changed')
    const [first, second] = service.seen(PATCH)
    expect(second?.body).toEqual({ progress: 'Typed too late' })
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))
  })

  it('shows what the service refused beside the field', async () => {
    const service = exampleService({ tasks: [aTask()] })
    service.on(
      PATCH,
      problem(400, 'invalid-input', 'Some fields were refused.', {
        errors: [{ path: 'progress', message: 'Use 4,000 characters at most' }],
      }),
    )
    const page = await openForm()
    await page.fill('Progress note', 'Too long')
    await page.press('Save')
    await page.shows('Use 4,000 characters at most')
    expect(note(page)).toBe('Too long')
  })

  it('shows both versions when somebody else was first, and saves what was chosen', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openForm()
    service.tasks.set(ID, aTask({ progress: 'Their note', nextStep: 'Their step' }, 2))
    await page.fill('Progress note', 'My note')
    await page.fill('Progress', '60')
    await page.press('Save')
    await page.shows('Somebody else changed this task while you were writing')
    await page.shows('Yours: My note')
    await page.shows('Theirs, saved now: Their note')
    await page.shows('Progress note Different: you both changed it')
    await page.shows('Progress in percent Different: only you changed it')
    await page.shows('Next step Different: only they changed it')
    await page.press('Save what I chose')
    await page.shows('Choose which progress note to keep')
    await page.press('Yours: My note')
    await page.press('Save what I chose')
    await page.shows('Saved.')
    const sent = service.seen(PATCH).at(-1)
    expect(sent?.headers.get('if-match')).toBe('"2"')
    expect(sent?.body).toEqual({ progress: 'My note', percent: 60 })
    expect(service.tasks.get(ID)?.task.nextStep).toBe('Their step')
  })

  it('names who owns the task, and gives it to somebody else', async () => {
    const owned = taskView({
      task: { owner: 'person.gone' },
      ownerName: 'Somebody who left',
      version: 1,
      mayUpdate: true,
    })
    const service = exampleService({ tasks: [owned] })
    service.on(
      'GET /api/programmes/bnssg',
      programmeView({ people: [{ id: 'person.ann', name: 'Ann', title: 'Lead' }] }),
    )
    const page = await openForm()
    const owner = page.field('Owner') as HTMLSelectElement
    expect(owner.value).toBe('person.gone')
    expect([...owner.options].map(({ text }) => text.trim())).toEqual(['Nobody', 'Somebody who left', 'Ann'])
    await page.fill('Owner', 'person.ann')
    await page.press('Save')
    await page.shows('Saved.')
    expect(service.seen(PATCH).at(-1)?.body).toEqual({ owner: 'person.ann' })
  })

  it('calls an owner whom only one of two people chose by name, and keeps them', async () => {
    const service = exampleService({ tasks: [aTask()] })
    service.on(
      'GET /api/programmes/bnssg',
      programmeView({ people: [{ id: 'person.ann', name: 'Ann', title: 'Lead' }] }),
    )
    const page = await openForm()
    service.tasks.set(ID, aTask({ progress: 'Their note' }, 2))
    await page.fill('Owner', 'person.ann')
    await page.press('Save')
    await page.shows('Yours: Ann')
    await page.shows('Theirs, saved now: Nobody')
    await page.press('Save what I chose')
    await page.shows('Saved.')
    expect(service.seen(PATCH).at(-1)?.body).toEqual({ owner: 'person.ann' })
    expect(service.tasks.get(ID)?.task.progress).toBe('Their note')
  })

  it('says who was first, and takes all of theirs in one press', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openForm()
    const theirs = aTask({ progress: 'Their note', nextStep: 'Their step' }, 2)
    service.on(
      PATCH,
      problem(412, 'stale-version', 'Somebody was first.', {
        current: theirs,
        changed: { by: 'Programme office', at: '2023-03-13T09:05:00.000Z' },
      }),
    )
    await page.fill('Progress note', 'My note')
    await page.fill('Next step', 'My step')
    await page.press('Save')
    await page.shows('Programme office saved it on 13 March 2023')
    await page.press('Choose all theirs')
    await page.press('Save what I chose')
    await page.shows('Nothing was changed')
    expect(service.seen(PATCH)).toHaveLength(1)
  })

  it('does not call somebody with two windows somebody else', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openForm()
    await page.fill('Progress note', 'My note here')
    const current = aTask({ progress: 'My note there' }, 2)
    service.on(
      PATCH,
      problem(412, 'stale-version', 'It was changed first.', {
        current,
        changed: { by: 'Reader', at: '2023-03-13T09:00:00.000Z' },
      }),
    )
    await page.press('Save')
    await page.shows('You changed this task in another window while you were writing here')
    await page.shows('You saved it on 13 March 2023')
    expect(page.text()).not.toContain('Somebody else')
  })

  it('sends again what was sent and nothing half written, and keeps what was typed since', async () => {
    const service = exampleService({ tasks: [aTask()] })
    service.on(PATCH, noNetwork)
    const page = await openForm()
    await page.fill('Progress note', 'A note')
    await page.press('Save')
    await page.shows('Not saved yet')
    await page.fill('Progress note', 'A note and mo')
    service.on(PATCH, savedAs('A note', 2))
    service.streams.at(-1)?.open()
    await page.shows('Saved, without what you typed meanwhile')
    expect(note(page)).toBe('A note and mo')
    expect(page.text()).not.toContain('Not saved yet')
    const [first, second] = service.seen(PATCH)
    expect(second?.body).toEqual({ progress: 'A note' })
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))

    service.on(PATCH, savedAs('A note and more', 3))
    await page.fill('Progress note', 'A note and more')
    await page.press('Save')
    await page.shows('Saved. No flags changed')
    const third = service.seen(PATCH).at(-1)
    expect(third?.body).toEqual({ progress: 'A note and more' })
    expect(third?.headers.get('if-match')).toBe('"2"')
  })

  it('sends what waits before the rest when somebody goes on and saves, so that nobody meets themselves', async () => {
    const service = exampleService({ tasks: [aTask()] })
    service.on(PATCH, noNetwork)
    const page = await openForm()
    await page.fill('Progress note', 'A note')
    await page.press('Save')
    await page.shows('Not saved yet')
    // It was applied, and only its answer was lost: the change comes back over the stream.
    service.tasks.set(ID, aTask({ progress: 'A note' }, 2))
    service.publish({ seq: 5, programme: 'bnssg', kinds: ['task'], ids: [ID] })
    await page.fill('Progress note', 'A note and more')
    expect(page.text()).not.toContain('Somebody else')
    const answers = [savedAs('A note', 2), savedAs('A note and more', 3)]
    service.on(PATCH, () => answers.shift() ?? {})
    await page.press('Save')
    await page.shows('Saved. No flags changed')
    expect(service.seen(PATCH).map(({ body }) => body)).toEqual([
      { progress: 'A note' },
      { progress: 'A note' },
      { progress: 'A note and more' },
    ])
    expect(page.text()).not.toContain('Somebody else')
  })

  it('keeps what waits and what was typed since over a reload', async () => {
    const service = exampleService({ tasks: [aTask()] })
    service.on(PATCH, noNetwork)
    const before = await openForm()
    await before.fill('Progress note', 'A note')
    await before.press('Save')
    await before.shows('Not saved yet')
    await before.fill('Progress note', 'A note and mo')
    before.close()
    service.on(PATCH, savedAs('A note', 2))
    const after = await openApp(adult, `/bnssg/tasks/${ID}`)
    await after.shows('Saved, without what you typed meanwhile')
    expect(note(after)).toBe('A note and mo')
    const [first, second] = service.seen(PATCH)
    expect(second?.body).toEqual({ progress: 'A note' })
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))
  })

  it('can be typed in and saved where the browser keeps nothing', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openForm()
    storageWithoutRoom()
    await page.fill('Progress note', 'Typed all the same')
    await page.press('Save')
    await page.shows('Saved.')
    expect(service.tasks.get(ID)?.task.progress).toBe('Typed all the same')
  })

  it('says that it was saved although the form was left or its text thrown away meanwhile', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const answer = Promise.withResolvers<object>()
    service.on(PATCH, () => answer.promise)
    const page = await openForm()
    await page.fill('Progress note', 'On its way')
    await page.press('Save')
    await page.press('Throw away what I typed')
    answer.resolve(savedAs('On its way', 2))
    await page.shows('Saved')
    expect(page.text()).not.toContain('without what you typed')
  })

  it('that is opened again while it is being saved goes on from its own answer', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const answer = Promise.withResolvers<object>()
    service.on(PATCH, () => answer.promise)
    const page = await openForm()
    await page.fill('Progress note', 'On its way')
    await page.press('Save')
    await page.router.push('/bnssg/my-week')
    await page.shows('My week')
    service.tasks.set(ID, aTask({ progress: 'On its way' }, 2))
    await page.router.push(`/bnssg/tasks/${ID}`)
    await page.shows('Add evidence')
    await page.fill('Next step', 'Ask again')
    expect(page.text()).not.toContain('This task has changed while you were writing')
    answer.resolve(savedAs('On its way', 2))
    await page.shows('Saved, without what you typed meanwhile')
    service.on(PATCH, savedAs('On its way', 3))
    await page.press('Save')
    await page.shows('Saved. No flags changed')
    const sent = service.seen(PATCH)
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
    expect(keys.slice(0, -1).every((key) => key === keys[0])).toBe(true)
    expect(sent.at(-1)?.headers.get('if-match')).toBe('"2"')
    expect(sent.at(-1)?.body).toEqual({ nextStep: 'Ask again' })
  })

  it('that was left before its answer was lost says so, and is sent again when it is opened', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const answer = Promise.withResolvers<object>()
    service.on(PATCH, () => answer.promise)
    const page = await openForm()
    await page.fill('Progress note', 'On its way')
    await page.press('Save')
    await page.router.push('/bnssg/my-week')
    await page.shows('My week')
    answer.resolve(problem(503, 'database-unavailable', 'Not now.'))
    await page.shows('Not saved yet. What you typed is kept in this tab.')
    service.on(PATCH, savedAs('On its way', 2))
    await page.router.push(`/bnssg/tasks/${ID}`)
    await page.shows('Saved. No flags changed')
    const keys = service.seen(PATCH).map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(1)
  })

  it('takes what was typed for saved when it comes back from another place of the same person', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openForm()
    await page.fill('Progress note', 'Mine')
    service.tasks.set(ID, aTask({ progress: 'Mine' }, 2))
    service.publish({ seq: 5, programme: 'bnssg', kinds: ['task'], ids: [ID] })
    await vi.waitFor(() => expect(page.text()).not.toContain('Throw away what I typed'))
    expect(page.text()).not.toContain('This task has changed while you were writing')
    expect(note(page)).toBe('Mine')
  })

  it('keeps what is typed while the rest is being saved', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const answer = Promise.withResolvers<object>()
    service.on(PATCH, () => answer.promise)
    const page = await openForm()
    await page.fill('Progress note', 'First part.')
    await page.press('Save')
    await page.fill('Progress note', 'First part. Second part.')
    await page.fill('Next step', 'Ask again')
    answer.resolve(savedAs('First part.', 2))
    await page.shows('Saved, without what you typed meanwhile')
    expect(note(page)).toBe('First part. Second part.')
    page.close()
    const again = await openApp(adult, `/bnssg/tasks/${ID}`)
    await again.shows('Add evidence')
    expect(note(again)).toBe('First part. Second part.')
    expect(again.field('Next step').value).toBe('Ask again')
  })

  it('leaves theirs alone when mine is thrown away', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openForm()
    service.tasks.set(ID, aTask({ progress: 'Their note' }, 2))
    await page.fill('Progress note', 'My note')
    await page.press('Save')
    await page.shows('Throw mine away')
    await page.press('Throw mine away')
    await page.shows('Update this task')
    expect(service.seen(PATCH)).toHaveLength(1)
    expect(service.tasks.get(ID)?.task.progress).toBe('Their note')
  })

  it('takes over another version by itself while nothing is typed', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openForm()
    service.tasks.set(ID, aTask({ progress: 'Their note' }, 2))
    service.publish({ seq: 5, programme: 'bnssg', kinds: ['task'], ids: [ID] })
    await page.shows('Their note')
    expect(note(page)).toBe('Their note')
  })
})
