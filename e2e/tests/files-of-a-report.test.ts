import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures/test.ts'

const group = 'bnssg.group.eolc-programme-board'
const reports = '/api/programmes/bnssg/reports'

test('a report is issued, downloaded, checked and corrected; the old file is then told from the new report', async ({
  visit,
}) => {
  const { page, api } = await visit('secretary')
  const drafted = await api.post(reports, {
    data: { group, period: { from: '2022-10-01', to: '2022-12-31' } },
  })
  const { id, version } = await drafted.json()
  const issued = await api.post(`${reports}/${id}/issue`, { headers: { 'if-match': `"${version}"` } })
  const { number } = await issued.json()

  await page.goto(`/governance/bnssg/reports/${id}`)
  await page.getByText('Download this report').click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as Word' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toBe(`highlight-report-${number}-version-1.docx`)
  const bytes = await readFile(await file.path())

  await page.goto('/governance/bnssg/reports')
  await page.getByText('Check a file').click()
  const choose = page.getByLabel('File of a report')
  const mimeType = 'application/octet-stream'
  await choose.setInputFiles({ name: 'mine.docx', mimeType, buffer: bytes })
  await expect(
    page.getByText(new RegExp(`This is report ${number}, version 1, as issued on .*, unchanged`)),
  ).toBeVisible()

  const changed = Buffer.from(bytes)
  changed[changed.length - 9] = (changed[changed.length - 9] ?? 0) ^ 1
  await choose.setInputFiles({ name: 'changed.docx', mimeType, buffer: changed })
  await expect(page.getByText('This is not as issued.')).toBeVisible()

  await page.goto(`/governance/bnssg/reports/${id}`)
  await page.getByText('Correct this report').click()
  await page.getByRole('textbox', { name: 'What is corrected, and why' }).fill('A name was wrong.')
  await page.getByRole('button', { name: 'Begin the correction' }).click()
  await expect(page.getByText(`This corrects highlight report ${number}: A name was wrong.`)).toBeVisible()
  await page.getByRole('button', { name: 'Issue report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Issue report' }).click()
  await expect(page.getByText('Version 2 of the report on this period.')).toBeVisible()

  await page.goto(`/governance/bnssg/reports/${id}`)
  await expect(page.getByText(/Superseded by highlight report \d+, issued on/)).toBeVisible()
  await page.goto('/governance/bnssg/reports')
  await page.getByText('Check a file').click()
  await choose.setInputFiles({ name: 'mine.docx', mimeType, buffer: bytes })
  await expect(page.getByText(/It is superseded by report \d+, issued on/)).toBeVisible()
})

test('the PDF has a structure for screen readers, and is the same each time', async ({ visit }) => {
  const { api } = await visit('secretary')
  const drafted = await api.post(reports, {
    data: { group, period: { from: '2022-07-01', to: '2022-09-30' } },
  })
  const { id, version } = await drafted.json()
  await api.post(`${reports}/${id}/issue`, { headers: { 'if-match': `"${version}"` } })
  const print = async () => (await api.get(`${reports}/${id}/document?format=pdf`)).body()
  const one = await print()
  expect(one.subarray(0, 5).toString()).toBe('%PDF-')
  const text = one.toString('latin1')
  for (const part of [
    '/StructTreeRoot',
    '/Marked true',
    '/Outlines',
    '/S /H1',
    '/S /Table',
    '/S /TH',
    '/S /Figure',
  ])
    expect(text).toContain(part)
  expect((await print()).equals(one)).toBe(true)
})
