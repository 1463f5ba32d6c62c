import type { Task, TaskView } from '@workplan/domain'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { exampleService, flagSummary, noNetwork, openApp, session, taskView } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const TASKS = 'GET /api/programmes/bnssg/tasks'
const UNDO = 'POST /api/programmes/bnssg/tasks/undo'
const PATCH = 'PATCH /api/programmes/bnssg/tasks/bnssg.task.training'

function aTask(task: Partial<Task> = {}, change: Partial<Omit<TaskView, 'task'>> = {}): TaskView {
  return taskView({ task: { due: null, ...task }, daysLate: null, mayUpdate: true, ...change })
}

function openMyWeek(query = '') {
  const app = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
  return openApp(app, `/bnssg/my-week${query}`)
}

const late = () => aTask({ id: 'a.late', title: 'Late work', due: '2023-03-10' }, { daysLate: 3 })
const other = () => aTask({ id: 'a.other', title: 'Other work' })

function titles(root: HTMLElement): (string | null)[] {
  return [...root.querySelectorAll('.wps-week__title')].map((title) => title.textContent)
}

describe('My week', () => {
  it('shows open tasks in the order to take them up, each with its reason', async () => {
    exampleService({
      tasks: [
        aTask({ id: 'a.done', title: 'Finished work', status: 'done' }),
        aTask({ id: 'a.silent', title: 'Quiet work' }, { daysSilent: 45 }),
        late(),
        aTask({ id: 'a.blocked', title: 'Stuck work', status: 'blocked', statusReason: 'staffing' }),
      ],
    })
    const page = await openMyWeek()
    await page.shows('3 tasks')
    expect(titles(page.root)).toEqual(['Late work', 'Stuck work', 'Quiet work'])
    expect(page.text()).toContain('3 days late, on 10 March 2023')
    expect(page.text()).toContain('Blocked: needs staff')
    expect(page.text()).toContain('Nothing said for 45 days')
    expect(document.title).toBe('My week - Adult services - Workplan')
  })

  it('puts what others wait for and what is asked of me near the top, with who waits', async () => {
    const service = exampleService({
      session: session({ may: ['programme.view', 'task.update', 'question.answer'] }),
      tasks: [
        aTask({ id: 'a.quiet', title: 'Quiet work' }, { daysSilent: 45 }),
        aTask({ id: 'a.waited', title: 'First work' }, { waitedForBy: [{ id: 'b', title: 'Second work' }] }),
        aTask({ id: 'a.asked', title: 'Asked work' }, { flags: [flagSummary({ status: 'asked' })] }),
      ],
    })
    service.on('GET /api/programmes/bnssg/flags', {
      items: [flagSummary({ status: 'asked' })],
      next: null,
    })
    const page = await openMyWeek()
    await page.shows('Waiting for you (2)')
    expect(titles(page.root)).toEqual(['Asked work', 'First work', 'Quiet work'])
    expect(page.text()).toContain('‘Second work’ waits for it')
    expect(page.text()).toContain('You are asked about a flag: Nothing live behind a duty')
    await page.shows('Questions for you (1)')
    expect(service.seen('GET /api/programmes/bnssg/flags')[0]?.url.search).toBe('?app=adult&status=asked')
  })

  it('can be copied as text and for a spreadsheet', async () => {
    exampleService({ tasks: [late(), other()] })
    const written: string[] = []
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
    })
    const page = await openMyWeek()
    await page.shows('Copy as text')
    await page.press('Copy as text')
    await page.shows('Copied. Paste it into an e-mail or a document.')
    await page.press('Copy for Excel')
    await page.shows('Copied. Paste it into a spreadsheet.')
    expect(written[0]).toContain(
      'Late\n- Late work (In progress; 10 March 2023, 3 days late; nobody is named)',
    )
    expect(written[1]?.split('\r\n').slice(0, 2)).toEqual([
      'Why now\tTask\tReason\tStatus\tDue\tOwner\tNext step',
      'Late\tLate work\t3 days late, on 10 March 2023\tIn progress\t10 March 2023, 3 days late\t\t',
    ])
  })

  it('keeps its filters in the address and says how many tasks they leave out', async () => {
    exampleService({ tasks: [late(), other()] })
    const page = await openMyWeek('?show=late')
    await page.shows('1 task, 1 left out by filters')
    expect(titles(page.root)).toEqual(['Late work'])
    await page.press('Clear all filters')
    await page.shows('2 tasks')
    expect(page.router.currentRoute.value.query).toEqual({})
  })

  it('updates a row in place from the version that was shown', async () => {
    const service = exampleService({ tasks: [aTask({}, { version: 7 })] })
    const page = await openMyWeek()
    await page.shows('Update')
    await page.press('Update')
    await page.shows('Progress note')
    await page.fill('Status', 'blocked')
    await page.fill('What blocks it', 'funding-needed')
    await page.fill('Progress note', 'Two of three homes are trained')
    await page.fill('Due date', 'April 2023')
    await page.press('Save')
    await page.shows('Saved. No flags changed')
    const [sent] = service.seen(PATCH)
    expect(sent?.headers.get('if-match')).toBe('"7"')
    expect(sent?.body).toEqual({
      status: 'blocked',
      statusReason: 'funding-needed',
      progress: 'Two of three homes are trained',
      due: '2023-04',
    })
  })

  it('asks for what is missing before it sends anything', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openMyWeek()
    await page.shows('Blocked')
    await page.press('Blocked')
    await page.shows('What blocks it')
    await page.fill('Due date', 'next week')
    await page.press('Save')
    await page.shows('Say what blocks it')
    await page.shows('Due date must be a date')
    expect(service.seen(PATCH)).toEqual([])
  })

  it('says which flags a change cleared and raised, with links, and takes it back', async () => {
    const service = exampleService({ tasks: [aTask({ percent: 40 })] })
    service.effect = {
      cleared: [flagSummary(), flagSummary({ id: 'b~t', title: 'No progress note' })],
      raised: [flagSummary({ id: 'c~t', title: 'Done without evidence' })],
      reopened: [],
    }
    const page = await openMyWeek()
    await page.shows('Done')
    await page.press('Done')
    await page.shows('Saved. 2 flags cleared, 1 raised')
    expect(page.control('Raised: Done without evidence').getAttribute('href')).toBe('/adult/bnssg/flags/c~t')
    await page.shows('Finished')
    expect(titles(page.root)).toHaveLength(1)

    service.effect = { cleared: [], raised: [], reopened: [flagSummary()] }
    await page.press('Undo')
    await page.shows('Undone. 1 flag raised again')
    expect(service.seen(PATCH).map(({ body }) => body)).toEqual([{ status: 'done' }])
    expect(service.seen(UNDO).map(({ body }) => body)).toEqual([
      { tasks: [{ id: 'bnssg.task.training', version: 2 }] },
    ])
    expect(page.text()).not.toContain('Finished')
  })

  it('leaves alone what somebody else has written since, when asked to undo', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openMyWeek()
    await page.shows('1 task')
    await page.press('Done')
    await page.shows('Finished')
    service.tasks.set('bnssg.task.training', aTask({ status: 'blocked' }, { version: 3 }))
    await page.press('Undo')
    await page.shows('Not undone: somebody else has worked on it since.')
    expect(page.control('Map training and support').getAttribute('href')).toContain('bnssg.task.training')
  })

  it('starts a second change from the version that the first one made, before anything is read again', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openMyWeek()
    await page.shows('1 task')
    service.on(TASKS, () => new Promise<never>(() => {}))
    await page.press('Done')
    await page.shows('Finished')
    await page.press('In progress')
    await page.shows('No due date')
    expect(service.seen(PATCH).map(({ headers }) => headers.get('if-match'))).toEqual(['"1"', '"2"'])
  })

  it('says where text is kept that is not saved', async () => {
    exampleService({ tasks: [aTask()] })
    const page = await openMyWeek()
    await page.shows('Update')
    await page.press('Update')
    await page.shows('Progress note')
    await page.fill('Progress note', 'Half a thought')
    await page.press('Close')
    await page.shows('You have text here that is not saved')
    await page.press('Update')
    await page.shows('Progress note')
    expect(page.field('Progress note').value).toBe('Half a thought')
  })

  it('takes single keys on the buttons of a row only', async () => {
    const service = exampleService({ tasks: [aTask()] })
    const page = await openMyWeek()
    const press = (target: EventTarget, key: string) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await page.shows('Update')
    press(document.body, 'd')
    press(page.control('Update'), 'u')
    await page.shows('Progress note')
    press(page.field('Progress note'), 'd')
    press(page.field('Progress note'), 'Escape')
    await page.shows('Update')
    expect(service.seen(PATCH)).toEqual([])
    press(page.control('Update'), 'd')
    await page.shows('Saved')
    expect(service.seen(PATCH)[0]?.body).toEqual({ status: 'done' })
  })

  it('gives no way to update to somebody who may only read', async () => {
    exampleService({
      session: session({ may: ['programme.view'] }),
      tasks: [aTask({}, { mayUpdate: false })],
    })
    const page = await openMyWeek()
    await page.shows('You can read these tasks')
    expect(page.offers('Update')).toBe(false)
    expect(page.offers('Done')).toBe(false)
  })

  it('reads again when the service tells of a change, and keeps each row in its place', async () => {
    const service = exampleService({ tasks: [late(), other()] })
    const page = await openMyWeek()
    await page.shows('2 tasks')
    service.tasks.set(
      'a.late',
      aTask({ id: 'a.late', title: 'Late work', status: 'done', completedOn: '2023-03-13' }),
    )
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['task'], ids: ['a.late'] })
    await page.shows('Finished on 13 March 2023')
    expect(titles(page.root)).toEqual(['Late work', 'Other work'])
    await page.press('Put in order again')
    await page.shows('1 task')
    expect(titles(page.root)).toEqual(['Other work'])
  })

  it('reads once after a change of its own, of which the stream tells it too', async () => {
    const service = exampleService({ tasks: [late(), other()] })
    const page = await openMyWeek()
    await page.shows('2 tasks')
    const stream = service.streams.at(-1)
    stream?.open()
    await page.press('Done')
    await page.shows('Saved. No flags changed')
    expect(service.seen(TASKS)).toHaveLength(1)
    stream?.change({ seq: 1, programme: 'bnssg', kinds: ['task'], ids: ['a.late'] })
    await vi.waitFor(() => expect(service.seen(TASKS)).toHaveLength(2))
    await page.press('Undo')
    await page.shows('Undone. No flags changed')
    expect(service.seen(TASKS)).toHaveLength(2)
  })

  it('keeps what it saved when the stream told of it before the answer came', async () => {
    const service = exampleService({ tasks: [late(), other()] })
    const page = await openMyWeek()
    await page.shows('2 tasks')
    const stream = service.streams.at(-1)
    stream?.open({ place: 0 })
    const saved = { item: { ...late(), version: 2 }, flags: service.effect, seq: 1 }
    service.on('PATCH /api/programmes/bnssg/tasks/a.late', async () => {
      stream?.change({ seq: 1, programme: 'bnssg', kinds: ['task'], ids: ['a.late'] })
      await vi.waitFor(() => expect(service.seen(TASKS)).toHaveLength(2))
      return saved
    })
    await page.press('Done')
    await page.shows('Saved. No flags changed')
    expect(service.seen(TASKS)).toHaveLength(2)
  })

  it('reads by itself after a change of its own when the stream is silent', async () => {
    const service = exampleService({ tasks: [late(), other()] })
    const page = await openMyWeek()
    await page.shows('2 tasks')
    service.streams.at(-1)?.open()
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    page.control('Done').click()
    // Each look moves the clock on.
    await vi.waitFor(() => expect(service.seen(TASKS)).toHaveLength(2), { timeout: 5_000, interval: 100 })
    expect(page.text()).toContain('Saved. No flags changed')
  })

  it('says what an empty week means', async () => {
    exampleService({ tasks: [] })
    const page = await openMyWeek()
    await page.shows('No open tasks')
  })

  it('says what happened when the tasks cannot be read, and reads them when asked again', async () => {
    const service = exampleService({ tasks: [] })
    service.on(TASKS, noNetwork)
    const page = await openMyWeek()
    await page.shows('The service did not answer')
    service.on(TASKS, { items: [other()], next: null })
    await page.press('Try again')
    await page.shows('Other work')
  })
})
