import { expect, test } from '../fixtures/test.ts'

test('the SRO opens a flag from the list and reads why, from what, and what would clear it', async ({
  visit,
}) => {
  const { page } = await visit('sro', '/governance/bnssg/flags?rule=duty-without-live-task')
  await page
    .getByRole('main')
    .getByRole('link', { name: 'Access to specialist palliative care' })
    .first()
    .click()

  const main = page.getByRole('main')
  await expect(
    page.getByRole('heading', { level: 1, name: /Access to specialist palliative care/ }),
  ).toBeVisible()
  await expect(main.getByText('No live task is linked to it').first()).toBeVisible()
  for (const part of [
    'Why it says so',
    'The records it looked at',
    'What would clear it',
    'Why the rule exists',
    'History',
  ]) {
    await expect(main.getByRole('heading', { level: 2, name: part })).toBeVisible()
  }
  await expect(main.getByText('Found:').first()).toBeVisible()
  await expect(main.getByRole('link', { name: 'official text' })).toHaveAttribute('href', /^https:/)
})

test('an SRO accepts a flag until a date, and the flag says so', async ({ visit }) => {
  const flag = 'task-waiting-for-funding~bnssg.task.identification'
  const { page, api } = await visit('sro', `/governance/bnssg/flags/${flag}`)
  await page.getByRole('radio', { name: 'Accept it until a date' }).check()
  await page.getByRole('textbox', { name: 'Day' }).fill('30')
  await page.getByRole('textbox', { name: 'Month' }).fill('4')
  await page.getByRole('textbox', { name: 'Year' }).fill('2023')
  await page.getByRole('textbox', { name: /Why|Reason/ }).fill('The bid is in; the board knows of the risk.')
  await page.getByRole('button', { name: /Save|Record/ }).click()

  await expect(page.getByRole('main').getByText('Accepted', { exact: true }).first()).toBeVisible()
  const detail = await (await api.get(`/api/programmes/bnssg/flags/${flag}`)).json()
  expect(detail).toMatchObject({ status: 'accepted' })
})
