import { expect, test } from '../fixtures/test.ts'

const AT = '/adult/bnssg/tasks/bnssg.task.shared-records'
const RECORD = '/api/programmes/bnssg/tasks/bnssg.task.shared-records'

test('two people edit one task: the second sees both versions, chooses field by field, and nothing is lost', async ({
  visit,
  expectTrouble,
}) => {
  expectTrouble(/ 412 /)
  const lead = await visit('leadAdult', AT)
  const office = await visit('programmeOffice', AT)
  for (const { page } of [lead, office]) await page.getByRole('button', { name: 'Update this task' }).click()

  await lead.page.getByRole('textbox', { name: 'Progress note' }).fill('Written by the lead.')
  await lead.page.getByRole('textbox', { name: 'Next step' }).fill('The step of the lead.')
  await office.page.getByRole('textbox', { name: 'Progress note' }).fill('Written by the office.')
  await office.page.getByRole('textbox', { name: 'Progress', exact: true }).fill('40')
  await office.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(office.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()

  const { page } = lead
  await expect(page.getByText('This task has changed while you were writing.')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Somebody else changed this task' })).toBeFocused()
  await expect(page.getByText('Programme office saved it on')).toBeVisible()
  const note = page.getByRole('group', { name: 'Progress note Different: you both changed it' })
  await expect(note.getByRole('radio', { name: 'Yours: Written by the lead.' })).not.toBeChecked()
  await expect(page.getByRole('group', { name: 'Next step Different: only you' })).toBeVisible()
  await expect(page.getByText('Theirs, saved now: 40% (this stays)')).toBeVisible()

  await page.getByRole('button', { name: 'Save what I chose' }).click()
  await expect(page.getByText('Choose which progress note to keep')).toBeVisible()
  await note.getByRole('radio', { name: 'Theirs, saved now: Written by the office.' }).check()
  await page.getByRole('button', { name: 'Save what I chose' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()

  const saved = await (await lead.api.get(RECORD)).json()
  expect(saved.task).toMatchObject({
    progress: 'Written by the office.',
    nextStep: 'The step of the lead.',
    percent: 40,
  })
})
