import { expect, test } from '../fixtures/test.ts'

const METRIC = 'northants.metric.available.unplanned-admissions'

test('readings are recorded until the chart tells a change from noise, and one is taken back', async ({
  visit,
}) => {
  test.setTimeout(120_000)
  const { page, api } = await visit('leadAdult', '/governance/northamptonshire/metrics?trouble=never-read')
  await page.getByRole('link', { name: 'Fewer unplanned admissions in the final three months' }).click()
  await expect(page.getByText('Too few readings to tell a change from noise: none of the 12')).toBeVisible()

  await page.getByRole('button', { name: 'Record a reading' }).click()
  const form = page.getByRole('form', { name: 'Record a reading' })
  await form.getByLabel('Period').fill('January 2022')
  await form.getByLabel('Unit').fill('admissions')
  for (const [index, value] of [41, 44, 39, 42, 45, 40, 38, 43, 41, 44, 40, 42, 60].entries()) {
    await form.getByLabel('Value').fill(String(value))
    await form.getByRole('button', { name: 'Record this reading' }).click()
    await expect(form.getByLabel('Value')).toHaveValue('')
    await expect(page.getByRole('table', { name: 'Readings' }).locator('tbody tr')).toHaveCount(index + 1)
  }
  await expect(page.getByText('Worse, beyond noise')).toBeVisible()
  await expect(page.getByText('January 2023: 60 admissions is above the upper limit').first()).toBeVisible()
  const picture = page.getByRole('img', { name: /13 readings, January 2022 to January 2023/ })
  await expect(picture).toHaveJSProperty('complete', true)
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(960)

  const office = await visit('programmeOffice', `/governance/northamptonshire/metrics/${METRIC}`)
  await office.page.getByRole('button', { name: 'Take back the reading of January 2023' }).click()
  const dialog = office.page.getByRole('dialog')
  await dialog.getByLabel('Why').fill('Counted twice')
  await dialog.getByRole('button', { name: 'Take back' }).click()
  await expect(office.page.getByText(/Reading taken back\./)).toBeVisible()

  // The lead's page hears of it by itself.
  await expect(page.getByText('No change beyond noise')).toBeVisible()
  await expect(page.getByText(/Taken back on/)).toBeVisible()
  const { items } = await (await api.get('/api/programmes/northamptonshire/metrics')).json()
  const metric = items.find((view: { metric: { id: string } }) => view.metric.id === METRIC)
  expect(metric).toMatchObject({ readings: 12, verdict: { kind: 'noise' }, latest: { value: 42 } })
})

test('the trends count flags from the journal and open to the records', async ({ visit }) => {
  const { page } = await visit('sro', '/governance/bnssg/trends')
  await expect(page.getByText(/flags open/).first()).toBeVisible()
  await expect(page.getByRole('img', { name: /^On .* open/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Flags over time' })).toBeVisible()
  await page.goto('/governance/bnssg/home')
  await page.getByRole('link', { name: 'All trends' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Trends/ })).toBeVisible()
})
