import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const PROGRAMME = '/api/programmes/bnssg'

test('a lead tries a change of a task from its flag, sees what it would clear, and nothing is saved', async ({
  visit,
}) => {
  const flag = 'task-waiting-for-funding~bnssg.task.identification'
  const { page, api } = await visit('leadAdult', `/adult/bnssg/flags/${flag}`)
  const before = await standing(api, 'tasks/bnssg.task.identification')
  await page.getByRole('link', { name: 'Try it in the form of the task' }).click()
  await page.getByRole('button', { name: 'Update this task' }).click()
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('done')
  await page.getByRole('button', { name: 'See what this would change' }).click()
  await expect(page.getByText(/\d flags? would clear.* Nothing is saved yet\./)).toBeVisible()
  expect(await standing(api, 'tasks/bnssg.task.identification')).toEqual(before)
})

test('a service is tried from a flag on what it must cover, and nothing is saved', async ({ visit }) => {
  const flag = 'service-conditional~bnssg.coverage.st-peters-hah'
  const { page, api } = await visit('sro', `/governance/bnssg/flags/${flag}`)
  const record = 'records/service/bnssg.coverage.st-peters-hah'
  const before = await standing(api, record)
  await page.getByText('Try it: nothing is saved').click()
  await page.getByRole('combobox', { name: 'Does it depend on something?' }).selectOption('none')
  await page.getByRole('button', { name: 'See what this would change' }).click()
  await expect(page.getByText(/\d flags? would clear/)).toBeVisible()
  await expect(
    page.getByRole('link', { name: 'Service that runs on a condition: Hospice at Home' }).first(),
  ).toBeVisible()

  await page.getByRole('combobox', { name: 'Hours' }).selectOption('these')
  await page.getByRole('button', { name: 'See what this would change' }).click()
  await expect(page.getByText('Choose at least one day.')).toBeVisible()
  expect(await standing(api, record)).toEqual(before)
})

test('an answer is tried from the flag of its measure, and nothing is saved', async ({ visit }) => {
  const { page, api } = await visit('sro', '/governance/bnssg/flags/measure-unanswered~ambitions.1.1.3')
  const record = 'records/answer/bnssg.sa.1.1.3'
  const before = await standing(api, record)
  await page.getByText('Try it: nothing is saved').click()
  await page.getByRole('combobox', { name: 'Level', exact: true }).selectOption('3')
  await page.getByRole('button', { name: 'See what this would change' }).click()
  await expect(page.getByText(/\d+ flags? would clear, \d+ would be raised/)).toBeVisible()
  expect(await standing(api, record)).toEqual(before)
})

/** What must be the same after a try: the record with its version, and every flag. */
async function standing(api: APIRequestContext, path: string): Promise<unknown[]> {
  const answers = await Promise.all([path, 'flags?limit=500'].map((part) => api.get(`${PROGRAMME}/${part}`)))
  for (const answer of answers) expect(answer.status(), answer.url()).toBe(200)
  return Promise.all(answers.map((answer) => answer.json()))
}
