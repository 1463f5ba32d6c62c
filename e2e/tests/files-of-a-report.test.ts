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

test('the office sets a template of its own, and the pack of a meeting comes on it, and as PDF', async ({
  visit,
}) => {
  const { page, api } = await visit('programmeOffice', '/governance/northamptonshire/reports/template')
  const root = '/api/programmes/northamptonshire'
  const [{ id: board }] = (await (await api.get(`${root}/groups`)).json()).items
  const input = { title: 'Meeting with files', group: board, date: '2023-03-13', agenda: [] }
  const { id } = (await (await api.post(`${root}/meetings`, { data: input })).json()).item
  const pack = `${root}/meetings/${id}/document`
  const plain = await (await api.get(`${pack}?format=docx`)).body()

  const choose = page.getByLabel('Template of your organisation')
  await choose.setInputFiles({ name: 'board.docx', mimeType: 'application/octet-stream', buffer: plain })
  await page.getByRole('button', { name: 'Use this template' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByText('In use: board.docx')).toBeVisible()

  await page.goto(`/governance/northamptonshire/meetings/${id}`)
  await page.getByText('Download the pack').click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as Word' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^meeting-pack-[\d-]+\.docx$/)
  const text = (await readFile(await file.path())).toString('latin1')
  expect(text).toContain(`workplan-meeting:${id};`)
  // Of its own documents Workplan says by which program they were written; on a template it does not.
  expect(plain.toString('latin1')).toContain('docProps/app.xml')
  expect(text).not.toContain('docProps/app.xml')

  const pdf = (await (await api.get(`${pack}?format=pdf`)).body()).toString('latin1')
  for (const part of ['/StructTreeRoot', '/Marked true', '/S /H1', '/S /H2']) expect(pdf).toContain(part)

  await page.goto('/governance/northamptonshire/reports/template')
  await page.getByRole('button', { name: 'Go back to the template of Workplan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click()
  await expect(page.getByText('Word documents look as Workplan makes them')).toBeVisible()
})
