import type { Task, TaskView } from '@workplan/domain'
import { describe, expect, it, vi } from 'vitest'
import {
  exampleService,
  flagSummary,
  noNetwork,
  openApp,
  problem,
  programmeView,
  taskView,
  type OpenedApp,
} from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const CHANGES = 'POST /api/programmes/bnssg/tasks/changes'
const UNDO = 'POST /api/programmes/bnssg/tasks/undo'
const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })

function aTask(id: string, task: Partial<Task> = {}, change: Partial<Omit<TaskView, 'task'>> = {}): TaskView {
  return taskView({ task: { id, title: `Work ${id}`, due: null, ...task }, mayUpdate: true, ...change })
}

async function openWorkplan(query = ''): Promise<OpenedApp> {
  const page = await openApp(adult, `/bnssg/workplan${query}`)
  await page.shows(/\d task/)
  return page
}

function tick(page: OpenedApp, label: RegExp): void {
  const box = page.field(label) as HTMLInputElement
  box.checked = !box.checked
  box.dispatchEvent(new Event('change', { bubbles: true }))
}

function press(target: EventTarget, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

const titles = (page: OpenedApp) =>
  [...page.root.querySelectorAll('tbody th a')].map(({ textContent }) => textContent)

describe('the list', () => {
  it('keeps its order in the address', async () => {
    exampleService({ tasks: [aTask('b'), aTask('a')] })
    const page = await openWorkplan('?sort=title')
    await page.shows('Work a')
    expect(titles(page)).toEqual(['Work a', 'Work b'])
    await page.press(/^Task/)
    expect(titles(page)).toEqual(['Work b', 'Work a'])
    expect(page.router.currentRoute.value.query).toEqual({ sort: '-title' })
  })

  it('sets a status with one key on the button of a row, and opens the form beneath it with another', async () => {
    const service = exampleService({ tasks: [aTask('a'), aTask('b')] })
    const page = await openWorkplan()
    await page.shows('Work a')
    press(page.control('Update Work a'), 'd')
    await page.shows('Saved. No flags changed')
    expect(service.tasks.get('a')?.task.status).toBe('done')
    press(page.control('Update Work b'), 'u')
    await page.shows('Progress note')
    expect(page.root.querySelector('.wps-task-form')?.getAttribute('aria-label')).toBe('Update Work b')
  })

  it('sets statuses one after another, however fast they are pressed', async () => {
    const service = exampleService({ tasks: [aTask('a'), aTask('b')] })
    const page = await openWorkplan()
    await page.shows('Work a')
    const answer = Promise.withResolvers<object>()
    const route = 'PATCH /api/programmes/bnssg/tasks/a'
    service.on(route, () => answer.promise)
    press(page.control('Update Work a'), 'd')
    press(page.control('Update Work b'), 'd')
    press(page.control('Update Work a'), 'p')
    await vi.waitFor(() => expect(service.seen(route)).toHaveLength(1))
    const done = aTask('a', { status: 'done' }, { version: 2 })
    answer.resolve({ item: done, flags: service.effect, seq: 1 })
    await vi.waitFor(() => expect(service.tasks.get('b')?.task.status).toBe('done'))
    await vi.waitFor(() => expect(service.seen(route)).toHaveLength(2))
    expect(service.seen(route).map(({ headers }) => headers.get('if-match'))).toEqual(['"1"', '"2"'])
  })

  describe('beside text that is kept', () => {
    const PATCH = 'PATCH /api/programmes/bnssg/tasks/a'

    async function withKeptNote(): Promise<OpenedApp> {
      const page = await openWorkplan()
      await page.shows('Work a')
      press(page.control('Update Work a'), 'u')
      await page.shows('Progress note')
      await page.fill('Progress note', 'Half a thought')
      await page.press('Close')
      return page
    }

    it('keeps the text when the status cannot be sent, and saves it only when it is asked to', async () => {
      const service = exampleService({ tasks: [aTask('a')] })
      const page = await withKeptNote()
      service.on(PATCH, noNetwork)
      press(page.control('Update Work a'), 'd')
      await page.shows('Not saved yet')
      expect(page.field('Progress note').value).toBe('Half a thought')
      service.on(PATCH, {
        item: aTask('a', { status: 'done' }, { version: 2 }),
        flags: service.effect,
        seq: 1,
      })
      service.streams.at(-1)?.open()
      await page.shows('Saved, without what you typed meanwhile')
      expect(page.field('Progress note').value).toBe('Half a thought')
      const [first, second] = service.seen(PATCH)
      expect(second?.body).toEqual({ status: 'done' })
      expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))
    })

    it('goes on with the text from the version that the status made', async () => {
      const service = exampleService({ tasks: [aTask('a')] })
      const page = await withKeptNote()
      press(page.control('Update Work a'), 'd')
      await page.shows('Saved.')
      press(page.control('Update Work a'), 'u')
      await page.shows('Progress note')
      expect(page.field('Progress note').value).toBe('Half a thought')
      expect(page.text()).not.toContain('This task has changed')
      await page.press('Save')
      await vi.waitFor(() => expect(service.tasks.get('a')?.version).toBe(3))
      expect(service.tasks.get('a')?.task).toMatchObject({ status: 'done', progress: 'Half a thought' })
    })

    it('loses neither when somebody else wrote since the text was begun', async () => {
      const service = exampleService({ tasks: [aTask('a')] })
      const page = await withKeptNote()
      service.tasks.set('a', aTask('a', { due: '2023-05-31' }, { version: 2 }))
      service.publish({ seq: 5, programme: 'bnssg', kinds: ['task'], ids: ['a'] })
      await page.shows('31 May 2023')
      service.on(PATCH, noNetwork)
      press(page.control('Update Work a'), 'd')
      await page.shows('This task has changed while you were writing')
      expect(page.field('Progress note').value).toBe('Half a thought')
      const status = page.root.querySelector<HTMLSelectElement>('.wps-task-form select')
      expect(status?.value).toBe('done')
    })
  })

  it('offers nothing to change to somebody who may only read', async () => {
    exampleService({ tasks: [aTask('a', {}, { mayUpdate: false })] })
    const page = await openWorkplan()
    await page.shows('Work a')
    expect(page.root.querySelector('input[type=checkbox]')).toBeNull()
    expect(page.offers(/Update/)).toBe(false)
  })
})

describe('several tasks at once', () => {
  const three = () => [aTask('a', {}, { version: 4 }), aTask('b', { status: 'done' }), aTask('c')]

  async function choose(...ids: string[]): Promise<OpenedApp> {
    const page = await openWorkplan()
    await page.shows('Work a')
    for (const id of ids) tick(page, new RegExp(`^Choose Work ${id}`))
    await page.shows(`${ids.length} task`)
    await page.shows('All are changed, or none.')
    return page
  }

  /** Chooses in the form for several; the filters have a status, too. */
  function chooseStatus(page: OpenedApp, value: string): void {
    const status = page.root.querySelector<HTMLSelectElement>('.wps-bulk select')
    if (!status) throw new Error('No status can be chosen')
    status.value = value
    status.dispatchEvent(new Event('change', { bubbles: true }))
  }

  it('are one change from the versions that were chosen, with one message and one undo', async () => {
    const service = exampleService({ tasks: three() })
    service.effect = { cleared: [flagSummary(), flagSummary({ id: 'b~t' })], raised: [], reopened: [] }
    const page = await choose('a', 'c')
    chooseStatus(page, 'blocked')
    await page.shows('What blocks them')
    await page.fill('What blocks them', 'staffing')
    await page.fill('Reason', 'Two people left')
    await page.press('Change 2 tasks')
    await page.shows('Saved. 2 tasks. 2 flags cleared')
    expect(service.seen(CHANGES)[0]?.body).toEqual({
      tasks: [
        { id: 'a', version: 4, change: { status: 'blocked', statusReason: 'staffing' } },
        { id: 'c', version: 1, change: { status: 'blocked', statusReason: 'staffing' } },
      ],
      reason: 'Two people left',
    })
    expect(page.text()).not.toContain('chosen.')
    await page.press('Undo')
    await page.shows('Undone')
    expect(service.seen(UNDO)[0]?.body).toEqual({
      tasks: [
        { id: 'a', version: 5 },
        { id: 'c', version: 2 },
      ],
    })
    expect(service.tasks.get('a')?.task.status).toBe('in-progress')
  })

  it('need something to change, and a reason when dates move', async () => {
    const service = exampleService({ tasks: [aTask('a', { due: '2023-03-31' })] })
    const page = await choose('a')
    await page.press('Change 1 task')
    await page.shows('Choose what to change')
    await page.fill('Due date', '30 June 2023')
    await page.press('Change 1 task')
    await page.shows('Say why the dates move')
    expect(service.seen(CHANGES)).toEqual([])
    await page.fill('Reason', 'Staff are ill')
    await page.press('Change 1 task')
    await page.shows('Saved.')
    expect(service.seen(CHANGES)[0]?.body).toMatchObject({ tasks: [{ change: { due: '2023-06-30' } }] })
  })

  it('name the tasks that others changed, and leave out those or go on', async () => {
    const service = exampleService({ tasks: three() })
    const page = await choose('a', 'c')
    service.tasks.set('c', aTask('c', { progress: 'Theirs', due: '2023-05-31' }, { version: 2 }))
    await page.fill('Due date', 'April 2023')
    await page.press('Change 2 tasks')
    await page.shows('Nothing was changed, because others have changed some of these tasks')
    await page.shows('Work c: changed')
    await page.shows('Due date. Theirs, saved now: 31 May 2023. Yours: April 2023.')
    expect(service.tasks.get('a')?.version).toBe(4)
    await page.press('Change all 2 tasks all the same')
    await page.shows('Saved. 2 tasks')
    expect(service.tasks.get('c')?.task).toMatchObject({ progress: 'Theirs', due: '2023-04' })
  })

  it('are kept while there is no connection and sent once when there is one again', async () => {
    const service = exampleService({ tasks: three() })
    const page = await choose('a')
    await page.fill('Due date', 'April 2023')
    service.on(CHANGES, noNetwork)
    await page.press('Change 1 task')
    await page.shows('Not saved yet: the service cannot be reached.')
    service.on(CHANGES, { items: [aTask('a', {}, { version: 5 })], flags: service.effect })
    service.streams.at(-1)?.open()
    await page.shows('Saved.')
    const keys = service.seen(CHANGES).map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('are sent again just as they were when only the answer was lost, and nobody meets themselves', async () => {
    const service = exampleService({ tasks: three() })
    const page = await choose('a')
    await page.fill('Due date', 'April 2023')
    service.on(CHANGES, noNetwork)
    await page.press('Change 1 task')
    await page.shows('Not saved yet: the service cannot be reached.')
    // It was applied: the change comes back over the stream, and somebody goes on choosing.
    const applied = aTask('a', { due: '2023-04' }, { version: 5 })
    service.tasks.set('a', applied)
    service.publish({ seq: 5, programme: 'bnssg', kinds: ['task'], ids: ['a'] })
    await page.shows('April 2023')
    await page.shows('Not saved yet')
    expect(page.field('Due date').closest('fieldset')?.disabled).toBe(true)
    tick(page, /^Choose Work c/)
    service.on(CHANGES, { items: [applied], flags: service.effect })
    service.streams.at(-1)?.open()
    await page.shows('Saved.')
    const [first, second] = service.seen(CHANGES)
    expect(second?.body).toEqual(first?.body)
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))
    await page.shows('1 task chosen.')
    expect(page.field('Due date').value).toBe('')
  })

  it('wait for their answer although the change took them out of what is shown', async () => {
    const service = exampleService({ tasks: three() })
    const page = await openWorkplan('?status=in-progress')
    await page.shows('Work a')
    tick(page, /^Choose Work a/)
    await page.shows('All are changed, or none.')
    chooseStatus(page, 'done')
    service.on(CHANGES, noNetwork)
    await page.press('Change 1 task')
    await page.shows('Not saved yet')
    const applied = aTask('a', { status: 'done' }, { version: 5 })
    service.tasks.set('a', applied)
    service.publish({ seq: 5, programme: 'bnssg', kinds: ['task'], ids: ['a'] })
    await page.shows('1 task, 2 hidden by filters')
    await page.shows('Not saved yet')
    service.on(CHANGES, { items: [applied], flags: service.effect })
    await page.press('Try now')
    await page.shows('Saved.')
    expect(page.text()).not.toContain('chosen.')
  })

  it('are still chosen and filled in after a reload, and sent after signing in again', async () => {
    const service = exampleService({ tasks: three() })
    const page = await choose('a')
    await page.fill('Due date', 'April 2023')
    service.on(CHANGES, problem(401, 'not-signed-in', 'Sign in and try again.'))
    await page.press('Change 1 task')
    await page.shows('You were signed out before this was saved.')
    page.close()
    service.on(CHANGES, { items: [aTask('a', {}, { version: 5 })], flags: service.effect })
    const after = await openWorkplan()
    await after.shows('Saved.')
    const [first, second] = service.seen(CHANGES)
    expect(second?.body).toEqual(first?.body)
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))
  })

  it('are all that are shown and may be changed, when all are chosen', async () => {
    exampleService({ tasks: [...three(), aTask('d', {}, { mayUpdate: false })] })
    const page = await openWorkplan()
    await page.shows('Work a')
    tick(page, /^Choose all 3 tasks/)
    await page.shows('3 tasks chosen.')
  })
})

describe('the same set in every view', () => {
  const tasks = () => [
    aTask('a', { due: '2023-06-30', start: '2023-04-01' }),
    aTask('b', { status: 'done', completedOn: '2023-02-01' }),
    aTask('c', { quarter: { label: 'Q2', year: '2023-24' } }),
    aTask('d', { workstream: 'bnssg.ws.other' }),
  ]

  it('is chosen by the address, and filters stay when the view changes', async () => {
    exampleService({ tasks: tasks() })
    const page = await openWorkplan('?workstream=bnssg.ws.training&view=board')
    await page.shows('3 tasks, 1 hidden by filters')
    const board = page.control('Timeline').getAttribute('href')
    expect(board).toBe('/adult/bnssg/workplan?workstream=bnssg.ws.training&view=timeline')
    await page.press('Timeline')
    await page.shows('3 tasks, 1 hidden by filters and 0 milestones')
    expect(page.router.currentRoute.value.query).toEqual({
      workstream: 'bnssg.ws.training',
      view: 'timeline',
    })
  })

  it('finds what nobody owns', async () => {
    exampleService({ tasks: [aTask('a', { ownerAsStated: 'The board' }), aTask('b')] })
    const page = await openWorkplan('?owner=nobody')
    await page.shows('1 task, 1 hidden by filters')
    expect(titles(page)).toEqual(['Work b'])
  })
})

describe('the board', () => {
  const cardsIn = (page: OpenedApp, column: string) =>
    [...page.root.querySelectorAll(`[aria-labelledby="lane-${column}"] [data-task]`)].map((card) =>
      card.getAttribute('data-task'),
    )

  it('has a column for each status, with what is due first at the top', async () => {
    exampleService({
      tasks: [aTask('a'), aTask('b', { due: '2023-05' }), aTask('c', { due: '2023-04-01' })],
    })
    const page = await openWorkplan('?view=board')
    await page.shows('In progress (3)')
    expect(cardsIn(page, 'in-progress')).toEqual(['c', 'b', 'a'])
    expect(page.text()).toContain('Done (0)')
  })

  it('moves a card by its menu with the keyboard, keeps the focus on it, and takes it back', async () => {
    const service = exampleService({ tasks: [aTask('a')] })
    const page = await openWorkplan('?view=board')
    await page.shows('‘Move’ on a card')
    await page.press('Move Work a')
    await page.shows('Not started')
    expect(document.activeElement?.textContent?.trim()).toBe('Not started')
    press(document.activeElement ?? page.root, 'ArrowDown')
    press(document.activeElement ?? page.root, 'ArrowDown')
    expect(document.activeElement?.textContent?.trim()).toBe('Done')
    ;(document.activeElement as HTMLElement).click()
    await page.shows('Saved.')
    expect(cardsIn(page, 'done')).toEqual(['a'])
    await page.shows('Done (1)')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Work a')
    await page.press('Undo')
    await page.shows('Undone')
    expect(cardsIn(page, 'in-progress')).toEqual(['a'])
    expect(service.tasks.get('a')?.task.completedOn).toBeNull()
  })

  it('asks what blocks a card before it moves there', async () => {
    const service = exampleService({ tasks: [aTask('a')] })
    const page = await openWorkplan('?view=board')
    await page.shows('‘Move’ on a card')
    await page.press('Move Work a')
    await page.press(/^Blocked$/)
    await page.shows('What blocks it?')
    await page.press('Needs money')
    await page.shows('Saved.')
    expect(service.tasks.get('a')?.task).toMatchObject({ status: 'blocked', statusReason: 'funding-needed' })
  })

  it('takes a card that is dragged to another column', async () => {
    const service = exampleService({ tasks: [aTask('a')] })
    const page = await openWorkplan('?view=board')
    await page.shows('‘Move’ on a card')
    const lane = page.root.querySelector('[aria-labelledby="lane-not-started"]')
    const event = new Event('drop', { bubbles: true, cancelable: true })
    Object.assign(event, { dataTransfer: { getData: () => 'a' } })
    lane?.dispatchEvent(event)
    await page.shows('Saved.')
    expect(service.tasks.get('a')?.task.status).toBe('not-started')
  })

  it('shows both versions when somebody else was first', async () => {
    const service = exampleService({ tasks: [aTask('a')] })
    const page = await openWorkplan('?view=board')
    await page.shows('‘Move’ on a card')
    service.tasks.set('a', aTask('a', { status: 'blocked', statusReason: 'staffing' }, { version: 2 }))
    await page.press('Move Work a')
    await page.press(/^Done$/)
    await page.shows('Progress note')
    expect(service.tasks.get('a')?.task.status).toBe('blocked')
    await page.press('Save')
    await page.shows(/changed this task|Somebody else/)
  })
})

describe('the timeline', () => {
  it('says where each task stands, and keeps apart what has no date', async () => {
    const service = exampleService({
      tasks: [
        aTask('a', { start: '2023-04-01', due: '2023-06-30', baselineDue: '2023-05-31' }),
        aTask('b', { quarter: { label: 'Q2', year: '2023-24' }, dependsOn: [{ task: 'a', what: 'Work a' }] }),
        aTask('c'),
        aTask('d', { quarter: { label: 'Q2', year: null } }),
      ],
      milestones: [
        {
          milestone: {
            ...{ id: 'm', source: { document: 'Test' }, title: 'Goes live', order: 1, status: 'in-progress' },
            ...{ statusAsStated: null, due: '2023-07-31', baselineDue: '2023-03-31', serves: [] },
            ...{ earlierDues: ['2023-03-31', '2023-05-31'], workstream: null },
          },
          ...{ workstreamName: null, app: null, daysLate: 0 },
        },
      ],
    })
    service.on('GET /api/programmes/bnssg', programmeView())
    const page = await openWorkplan('?view=timeline')
    await page.shows('4 tasks and 1 milestone; 2 of them without any date, at the end.')
    await page.shows('From 1 April 2023 due 30 June 2023, due in 15 weeks; first agreed for 31 May 2023')
    expect(page.text()).toContain('Milestone: Goes live31 July 2023')
    expect(page.text()).toContain('was 31 March 2023, then 31 May 2023')
    expect(page.text()).toContain('Quarter 2 of 2023-24, no date')
    expect(page.text()).toContain('Waits for Work a')
    expect(page.text()).toMatch(/No dates \(2\).*Work c.*Quarter 2, year not given, no date/)
    expect(page.root.querySelectorAll('.wps-chart path')).toHaveLength(1)
    await page.press('The timeline as a table')
    await page.shows('Moved by')
  })
})
