import type { Page } from '@playwright/test'
import { chooseIn, pressByKey, tabTo, typeInto } from '../fixtures/keyboard.ts'
import { expect, test, type Visitor } from '../fixtures/test.ts'

/** What leads do most, without a mouse, on a laptop and on a phone with a keyboard. Each works on tasks of its own. */
const sizes = {
  laptop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
}
const TASKS = '/api/programmes/bnssg/tasks'

interface OwnTask {
  id: string
  title: string
}

async function addTask({ api }: Visitor, title: string, more: object = {}): Promise<OwnTask> {
  const answer = await api.post(TASKS, {
    data: { title, workstream: 'bnssg.ws.service', audience: ['adult'], serves: [], ...more },
  })
  expect(answer.status()).toBe(201)
  const { item } = (await answer.json()) as { item: { task: OwnTask } }
  return item.task
}

async function taskNow({ api }: Visitor, { id }: OwnTask): Promise<Record<string, unknown>> {
  const { task } = (await (await api.get(`${TASKS}/${id}`)).json()) as { task: Record<string, unknown> }
  return task
}

const message = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words })
const tools = (page: Page, { title }: OwnTask) => page.getByRole('group', { name: `Update ${title}` })
const form = (page: Page, { title }: OwnTask) => page.getByRole('form', { name: `Update ${title}` })

for (const [size, viewport] of Object.entries(sizes))
  test.describe(`by keyboard alone on a ${size}`, () => {
    test.use({ viewport })

    test('a task is done with one key, and that is taken back', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Finish on a ${size}`)
      await lead.page.goto('/adult/bnssg/my-week?q=finish')
      await tabTo(lead.page, tools(lead.page, task).getByRole('button', { name: 'Update' }))
      await lead.page.keyboard.press('d')
      await expect(message(lead.page, /^Saved/)).toBeVisible()
      expect(await taskNow(lead, task)).toMatchObject({ status: 'done', percent: 100 })

      await pressByKey(lead.page, lead.page.getByRole('button', { name: 'Undo' }))
      await expect(message(lead.page, /^Undone/)).toBeVisible()
      expect(await taskNow(lead, task)).toMatchObject({ status: 'not-started', percent: null })
    })

    test('a task is blocked, with what blocks it', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Stuck on a ${size}`)
      await lead.page.goto('/adult/bnssg/my-week?q=stuck')
      await tabTo(lead.page, tools(lead.page, task).getByRole('button', { name: 'Update' }))
      await lead.page.keyboard.press('b')
      await expect(form(lead.page, task).getByLabel('What blocks it')).toBeFocused()
      await lead.page.keyboard.type('Needs money')
      await lead.page.keyboard.press('Control+Enter')
      await expect(message(lead.page, /^Saved/)).toBeVisible()
      expect(await taskNow(lead, task)).toMatchObject({ status: 'blocked', statusReason: 'funding-needed' })
    })

    test('a progress note and the next step are written, and the focus comes back', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Note on a ${size}`)
      await lead.page.goto('/adult/bnssg/my-week?q=note')
      const update = tools(lead.page, task).getByRole('button', { name: 'Update' })
      await tabTo(lead.page, update)
      await lead.page.keyboard.press('u')
      await typeInto(lead.page, form(lead.page, task).getByLabel('Progress note'), 'Two homes have answered.')
      await typeInto(lead.page, form(lead.page, task).getByLabel('Next step'), 'Ask the third.')
      await lead.page.keyboard.press('Control+Enter')
      await expect(message(lead.page, /^Saved/)).toBeVisible()
      await expect(update).toBeFocused()
      expect(await taskNow(lead, task)).toMatchObject({
        progress: 'Two homes have answered.',
        nextStep: 'Ask the third.',
      })
    })

    test('a due date moves, and only with a reason', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Move on a ${size}`, { due: '2023-04-30' })
      await lead.page.goto(`/adult/bnssg/tasks/${task.id}`)
      await pressByKey(lead.page, lead.page.getByRole('button', { name: 'Update this task' }))
      await typeInto(lead.page, form(lead.page, task).getByLabel('Due date'), '31 May 2023')
      await lead.page.keyboard.press('Control+Enter')
      await expect(lead.page.getByRole('link', { name: 'Say why the date moves' })).toBeVisible()
      await typeInto(lead.page, form(lead.page, task).getByLabel('Why the date moves'), 'Staff are ill')
      await lead.page.keyboard.press('Control+Enter')
      await expect(message(lead.page, /^Saved/)).toBeVisible()
      expect(await taskNow(lead, task)).toMatchObject({ due: '2023-05-31', baselineDue: '2023-04-30' })
    })

    test('evidence is linked', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Evidence on a ${size}`)
      await lead.page.goto(`/adult/bnssg/tasks/${task.id}`)
      await pressByKey(lead.page, lead.page.getByRole('button', { name: 'Update this task' }))
      await pressByKey(lead.page, form(lead.page, task).getByRole('button', { name: 'Add evidence' }))
      const fields = form(lead.page, task)
        .getByRole('group', { name: /evidence/i })
        .getByRole('textbox')
      await typeInto(lead.page, fields.first(), 'Minutes of 3 March')
      await lead.page.keyboard.press('Control+Enter')
      await expect(message(lead.page, /^Saved/)).toBeVisible()
      expect(await taskNow(lead, task)).toMatchObject({ evidence: [{ title: 'Minutes of 3 March' }] })
    })

    test('a task is found with the search and opened', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Needle on a ${size}`)
      await lead.page.goto('/adult/bnssg/my-week')
      await expect(lead.page.getByRole('heading', { level: 1 })).toBeVisible()
      await lead.page.keyboard.press('/')
      await lead.page.keyboard.type(`needle ${size}`)
      await lead.page.keyboard.press('Enter')
      await pressByKey(lead.page, lead.page.getByRole('main').getByRole('link', { name: task.title }))
      await expect(lead.page.getByRole('heading', { level: 1, name: task.title })).toBeVisible()
    })

    test('the workplan is narrowed, and its address shows the same to somebody else', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Narrow on a ${size}`)
      await lead.page.goto('/adult/bnssg/workplan')
      if (size === 'phone') await pressByKey(lead.page, lead.page.getByRole('button', { name: 'Filters' }))
      await typeInto(lead.page, lead.page.getByRole('textbox', { name: 'Words' }), `narrow ${size}`)
      await expect(message(lead.page, /^1 task, \d+ hidden by filters/)).toBeVisible()
      const other = await visit('viewer', lead.page.url())
      await expect(message(other.page, /^1 task, \d+ hidden by filters/)).toBeVisible()
      await expect(other.page.getByRole('link', { name: task.title })).toBeVisible()
      await expect(other.page.getByRole('button', { name: /Update/ })).toHaveCount(0)
    })

    test('a card moves on the board and back', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Card on a ${size}`)
      await lead.page.goto(`/adult/bnssg/workplan?view=board&q=card ${size}`)
      const move = lead.page.getByRole('button', { name: `Move ${task.title}` })
      await pressByKey(lead.page, move)
      await expect(lead.page.getByRole('menuitem', { name: 'In progress' })).toBeFocused()
      await lead.page.keyboard.press('Enter')
      const column = lead.page.getByRole('region', { name: /^In progress/ })
      await expect(column.getByRole('link', { name: task.title })).toBeVisible()
      await expect(move).toBeFocused()
      await pressByKey(lead.page, lead.page.getByRole('button', { name: 'Undo' }))
      await expect(message(lead.page, /^Undone/)).toBeVisible()
      expect(await taskNow(lead, task)).toMatchObject({ status: 'not-started' })
    })

    test('several tasks change at once, and all are put back', async ({ visit }) => {
      const lead = await visit('leadAdult')
      const tasks = [await addTask(lead, `Batch one ${size}`), await addTask(lead, `Batch two ${size}`)]
      await lead.page.goto(`/adult/bnssg/workplan?q=batch ${size}`)
      for (const { title } of tasks) {
        await tabTo(lead.page, lead.page.getByRole('checkbox', { name: `Choose ${title}` }))
        await lead.page.keyboard.press('Space')
      }
      const bulk = lead.page.getByRole('form', { name: 'Change 2 tasks' })
      await chooseIn(lead.page, bulk.getByLabel('Status'), 'Blocked')
      await chooseIn(lead.page, bulk.getByLabel('What blocks them'), 'Needs staff')
      await typeInto(lead.page, bulk.getByLabel('Reason'), 'Two people have left')
      await lead.page.keyboard.press('Control+Enter')
      await expect(message(lead.page, /^Saved\. 2 tasks/)).toBeVisible()
      for (const task of tasks)
        expect(await taskNow(lead, task)).toMatchObject({ status: 'blocked', statusReason: 'staffing' })
      await pressByKey(lead.page, lead.page.getByRole('button', { name: 'Undo' }))
      await expect(message(lead.page, /^Undone/)).toBeVisible()
      for (const task of tasks) expect(await taskNow(lead, task)).toMatchObject({ status: 'not-started' })
    })

    test('the timeline says in words when a task is due, updates it where it stands, and leads to it', async ({
      visit,
    }) => {
      const lead = await visit('leadAdult')
      const task = await addTask(lead, `Timed on a ${size}`, { due: '2023-06-30' })
      await lead.page.goto(`/adult/bnssg/workplan?view=timeline&q=timed ${size}`)
      const row = lead.page.getByRole('listitem').filter({ hasText: task.title })
      await expect(row).toContainText('Due 30 June 2023, due in 15 weeks')
      const update = row.getByRole('button', { name: `Update ${task.title}` })
      await pressByKey(lead.page, update)
      await typeInto(lead.page, form(lead.page, task).getByLabel('Progress note'), 'Two of three done')
      await lead.page.keyboard.press('Control+Enter')
      await expect(message(lead.page, /^Saved/)).toBeVisible()
      await expect(update).toBeFocused()
      expect(await taskNow(lead, task)).toMatchObject({ progress: 'Two of three done' })
      await pressByKey(lead.page, row.getByRole('link', { name: task.title }))
      await expect(lead.page.getByRole('heading', { level: 1, name: task.title })).toBeVisible()
    })
  })
