import { tabTo } from '../fixtures/keyboard.ts'
import { expect, test } from '../fixtures/test.ts'

const task = {
  id: 'bnssg.task.online-resources',
  title: 'Bring online resources for professionals, patients and carers together',
  flag: 'task-waiting-for-decision~bnssg.task.online-resources',
}

test('a lead finishes a task with the keyboard; the open page of the SRO shows the flag cleared by itself', async ({
  visit,
}) => {
  const sro = await visit('sro', `/governance/bnssg/flags/${task.flag}`)
  const flag = sro.page.getByRole('main')
  await expect(flag.getByText('It cannot go on until somebody decides')).toBeVisible()
  await expect(flag.getByText('Open', { exact: true })).toBeVisible()
  await sro.page.evaluate(() => document.body.setAttribute('data-loaded', 'once'))

  const lead = await visit('leadAdult', '/adult/bnssg/my-week')
  const tools = lead.page.getByRole('group', { name: `Update ${task.title}` })
  await tabTo(lead.page, tools.getByRole('button', { name: 'Update' }))
  await lead.page.keyboard.press('d')

  await expect(lead.page.getByRole('status').filter({ hasText: /Saved\. \d flags? cleared/ })).toBeVisible()
  const row = lead.page
    .getByRole('listitem')
    .filter({ has: lead.page.getByRole('link', { name: task.title }) })
  await expect(row.getByText('Done', { exact: true })).toBeVisible()

  await expect(flag.getByText('Cleared', { exact: true }).first()).toBeVisible()
  expect(await sro.page.evaluate(() => document.body.getAttribute('data-loaded'))).toBe('once')

  const saved = await lead.api.get(`/api/programmes/bnssg/tasks/${task.id}`)
  expect(await saved.json()).toMatchObject({ task: { status: 'done', percent: 100 } })
})

test('a progress note is saved from the form, and the history says who wrote it', async ({ visit }) => {
  const { page } = await visit('leadWorkforce', '/workforce/bnssg/tasks/bnssg.task.training')
  await page.getByRole('button', { name: 'Update this task' }).click()
  await page.getByRole('textbox', { name: 'Progress note' }).fill('Two providers have answered.')
  await page.getByRole('button', { name: 'Save' }).click()

  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Two providers have answered.' })).toBeVisible()
})

test('a change from an old version is refused, and the open page shows the new one', async ({ visit }) => {
  const path = '/api/programmes/bnssg/tasks/bnssg.task.data'
  const lead = await visit('leadAdult', '/adult/bnssg/tasks/bnssg.task.data')
  const office = await visit('programmeOffice')
  const { version } = await (await office.api.get(path)).json()
  const first = await office.api.patch(path, {
    data: { nextStep: 'The office was first.' },
    headers: { 'if-match': `"${version}"` },
  })
  expect(first.status()).toBe(200)

  const second = await lead.api.patch(path, {
    data: { nextStep: 'The lead was second.' },
    headers: { 'if-match': `"${version}"` },
  })
  expect(second.status()).toBe(412)
  expect(await second.json()).toMatchObject({ code: 'stale-version' })
  await expect(lead.page.getByText('The office was first.')).toBeVisible()
})
