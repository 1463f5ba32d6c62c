import { expect, test } from '../fixtures/test.ts'

const summary = 'The board is asked to decide about online resources.'

test('a secretary drafts, writes and issues a report; the records change, the report does not', async ({
  visit,
}) => {
  const { page, api } = await visit('secretary', '/governance/bnssg/reports')
  await page.getByRole('button', { name: 'Draft a report' }).click()
  await page.getByRole('combobox', { name: 'Group' }).selectOption('End of Life Care Programme Board')
  await page.getByRole('button', { name: 'Begin the draft' }).click()

  await page.getByRole('textbox', { name: 'Summary' }).fill(summary)
  await page.getByRole('button', { name: 'Save summary' }).click()
  await expect(page.getByText('Not saved yet')).toHaveCount(0)

  await page.getByRole('button', { name: 'Issue report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Issue report' }).click()
  const main = page.getByRole('main')
  await expect(main.getByText('Issued', { exact: true }).first()).toBeVisible()
  await expect(main.getByText(summary)).toBeVisible()

  const path = `/api/programmes/bnssg/reports/${new URL(page.url()).pathname.split('/').at(-1)}`
  const issued = await (await api.get(path)).json()
  expect(issued).toMatchObject({ status: 'issued', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const words = await main.innerText()

  const lead = await visit('leadAdult')
  const task = '/api/programmes/bnssg/tasks/bnssg.task.inequalities'
  const { version } = await (await lead.api.get(task)).json()
  const change = await lead.api.patch(task, {
    data: { status: 'done', progress: 'Finished after the report.' },
    headers: { 'if-match': `"${version}"` },
  })
  expect(change.status()).toBe(200)

  await page.reload()
  await expect(main.getByText(summary)).toBeVisible()
  expect(await main.innerText()).toBe(words)
  expect(await (await api.get(path)).json()).toEqual(issued)
  expect(await (await api.get(`${path}/verify`)).json()).toMatchObject({ matches: true, hash: issued.hash })

  const edit = await api.patch(path, {
    data: { narrative: { summary: 'Rewritten.' } },
    headers: { 'if-match': `"${issued.version}"` },
  })
  expect(edit.status()).toBe(409)
})

test('the programme office may draft a report and not issue it', async ({ visit }) => {
  const { page, api } = await visit('programmeOffice')
  const drafted = await api.post('/api/programmes/bnssg/reports', {
    data: { group: 'bnssg.group.evidence-bi', period: { from: '2023-01-01', to: '2023-03-13' } },
  })
  expect(drafted.status()).toBe(201)
  const { id, version } = await drafted.json()

  await page.goto(`/governance/bnssg/reports/${id}`)
  await expect(page.getByText(/^Only the secretary of .* can issue it\.$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Issue report' })).toHaveCount(0)
  const refused = await api.post(`/api/programmes/bnssg/reports/${id}/issue`, {
    headers: { 'if-match': `"${version}"` },
  })
  expect(refused.status()).toBe(403)
})
