import { expect, test, type Visitor } from '../fixtures/test.ts'

const TASK = {
  id: 'northants.task.cyp.4',
  title: 'Develop transition arrangements into adult services with the theme groups',
}

test('a hand-over begun by the children’s lead is agreed by the adult lead, as one record in both apps', async ({
  visit,
}) => {
  const giving = await visit('leadChildren', '/children/northamptonshire/transition')
  const from = giving.page.getByRole('main')
  await expect(from.getByRole('heading', { name: 'The papers name no pathway' })).toBeVisible()
  await from.getByRole('button', { name: 'Add a pathway' }).press('Enter')
  await from.getByRole('textbox', { name: /^Pathway/ }).fill('Neurodisability')
  await from.getByRole('textbox', { name: /^Team that receives/ }).fill('Adult neurology')
  await giving.page.keyboard.press('Control+Enter')
  await expect(giving.page.getByRole('status').filter({ hasText: 'Added' })).toBeVisible()

  await from.getByRole('link', { name: 'Neurodisability' }).press('Enter')
  await from.getByRole('button', { name: 'Add a hand-over at 16' }).press('Enter')
  await from.getByRole('textbox', { name: /^What is handed over/ }).fill('Lead clinician')
  await giving.page.keyboard.press('Control+Enter')
  await expect(from.getByText('Lead clinician').first()).toBeVisible()

  const receiving = await visit('leadAdult', '/adult/northamptonshire/transition')
  const to = receiving.page.getByRole('main')
  await to.getByRole('link', { name: 'Neurodisability' }).press('Enter')
  await to.getByRole('button', { name: 'Change Lead clinician, at 16' }).press('Enter')
  await to.getByRole('combobox', { name: 'Agreed?' }).selectOption('Agreed')
  await to.getByRole('textbox', { name: /^Why/ }).fill('Agreed at the theme group')
  await receiving.page.keyboard.press('Control+Enter')
  await expect(receiving.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()

  await expect(from.getByRole('link', { name: /1 of 1 hand-overs on record are agreed/ })).toBeVisible()
  await to.getByRole('link', { name: 'Lead clinician' }).last().click()
  await expect(to.getByText('Agreed at the theme group')).toBeVisible()
})

test('a transition task is one task with one history in the children’s and the adult app', async ({
  visit,
}) => {
  const children = await visit('leadChildren', `/children/northamptonshire/tasks/${TASK.id}`)
  const adult = await visit('leadAdult', '/adult/northamptonshire/transition')
  await children.page.getByRole('button', { name: 'Update this task' }).click()
  await children.page.getByRole('textbox', { name: 'Progress note' }).fill('The theme groups have met.')
  await children.page.getByRole('button', { name: 'Save' }).click()
  await expect(children.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()

  await adult.page.getByRole('link', { name: TASK.title }).click()
  await expect(
    adult.page.getByRole('definition').filter({ hasText: 'The theme groups have met.' }),
  ).toBeVisible()
  const history = async ({ api }: Visitor) =>
    (await (await api.get(`/api/programmes/northamptonshire/records/task/${TASK.id}`)).json()).history
  expect(await history(adult)).toMatchObject([
    { by: 'Lead for children and young people' },
    { by: 'Workplan', what: 'Added' },
  ])
  expect(await history(children)).toEqual(await history(adult))
})
