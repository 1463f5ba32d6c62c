import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test, type Visitor } from '../fixtures/test.ts'

const REPORTS = '/api/programmes/northamptonshire/reports'
const APPROVALS = '/api/programmes/northamptonshire/approvals'
const BELOW = 'northants.group.cog'
const ABOVE = 'northants.group.aalyoldg'
const QUESTION = 'May we commission one rapid response for the whole county?'

test.afterEach(async ({ visit }) => {
  const { api } = await visit('programmeOffice')
  const { version } = await (await api.get(APPROVALS)).json()
  await api.put(APPROVALS, {
    data: { acceptance: false, reports: false },
    headers: { 'if-match': `"${version}"` },
  })
})

test('two people write a report, a third signs it; it is issued, verified, corrected, and asks the group above', async ({
  visit,
  expectTrouble,
}) => {
  test.slow()
  // Who writes before the change of another has come is told by a refusal; who writes after it, is not.
  expectTrouble(/ 412 /, 'perhaps')
  const secretary = await visit('secretary')
  await issueLastReport(secretary)
  const office = await visit('programmeOffice', '/governance/northamptonshire/approvals')
  await office.page.getByRole('checkbox', { name: 'Issuing a highlight report' }).check()
  await office.page.getByRole('button', { name: 'Save' }).click()
  await office.page.getByRole('button', { name: 'Change it' }).click()
  await expect(office.page.getByText('Saved. It holds from now on.')).toBeVisible()

  await secretary.page.goto('/governance/northamptonshire/reports?new=yes')
  await secretary.page.getByRole('combobox', { name: 'Group' }).selectOption({ value: BELOW })
  await secretary.page.getByRole('button', { name: 'Begin the draft' }).click()
  await expect(secretary.page.getByRole('heading', { name: 'Before you issue' })).toBeVisible()
  const at = new URL(secretary.page.url()).pathname
  await office.page.goto(at)

  await test.step('each writes a section; both stand', async () => {
    await write(secretary.page, 'Summary', 'Work is in hand.')
    await write(office.page, 'Next', 'The service map.')
    await expect(section(secretary.page, 'Next')).toHaveValue('The service map.')
    await expect(section(office.page, 'Summary')).toHaveValue('Work is in hand.')
  })

  await test.step('both write one section; the second chooses, and nothing is lost', async () => {
    await section(office.page, 'Risks and issues').fill('Nobody leads the work on records.')
    await write(secretary.page, 'Risks and issues', 'Money is short.')
    await expect(
      office.page.getByRole('heading', { name: 'Somebody else changed this text while you were writing' }),
    ).toBeVisible()
    await section(office.page, 'Risks and issues').fill('Money is short. Nobody leads the work on records.')
    await office.page.getByRole('radio', { name: /^Yours:/ }).check()
    await office.page.getByRole('button', { name: 'Save what I chose' }).click()
    await expect(section(secretary.page, 'Risks and issues')).toHaveValue(
      'Money is short. Nobody leads the work on records.',
    )
  })

  await test.step('the check list refuses what is not explained', async () => {
    const comment = office.page.getByRole('textbox', { name: 'Comment on ‘Summary’' })
    await office.page.getByText('Comments', { exact: true }).first().click()
    await comment.pressSequentially('@Governance')
    await comment.press('Enter')
    await comment.pressSequentially('how is the money?')
    await office.page.getByRole('button', { name: 'Add comment' }).first().click()
    await expect(office.page.getByText('Comments: 1, 1 not dealt with')).toBeVisible()

    await secretary.page.getByRole('button', { name: 'Issue report' }).click()
    const refused = secretary.page.getByRole('alert').filter({ hasText: 'Not ready to issue' })
    await expect(refused.getByText(/Funding has gone from complete to/)).toBeVisible()
    await expect(refused.getByText('1 comment on summary is not dealt with.')).toBeVisible()
    await expect(refused.getByText('Somebody else must sign it off')).toBeVisible()

    await write(secretary.page, 'Summary', 'Work is in hand. Funding is not what it was: two bids failed.')
    await secretary.page.getByText('Comments: 1, 1 not dealt with').click()
    await secretary.page.getByRole('button', { name: /^It is dealt with/ }).click()
    await expect(secretary.page.getByText('Comments: 1, all dealt with')).toBeVisible()
    await expect(refused.getByText(/Funding has gone/)).toHaveCount(0)
  })

  const sro = await visit('sro', at)
  await signOff(sro.page)
  await issue(secretary.page)
  await expect(sro.page.getByText(/Report number 2, version 1\. Issued by/)).toBeVisible()
  const file = await downloadWord(sro.page)

  await test.step('anyone verifies the report and its file; a changed file is found out', async () => {
    await sro.page.getByRole('button', { name: 'Verify that it is unchanged' }).click()
    await expect(sro.page.getByText(/Unchanged: the content still gives the hash/)).toBeVisible()
    await checkFile(sro.page, file)
    await expect(sro.page.getByText(/This is report 2, version 1, as issued on .*, unchanged/)).toBeVisible()
    const changed = Buffer.from(file)
    changed[changed.length - 9] = (changed[changed.length - 9] ?? 0) ^ 1
    await checkFile(sro.page, changed)
    await expect(sro.page.getByText(/This is not as issued\./)).toBeVisible()
  })

  await test.step('a correction takes its place, and the old one says that it is old', async () => {
    await secretary.page.getByText('Correct this report').click()
    const why = secretary.page.getByRole('textbox', { name: 'What is corrected, and why' })
    await why.fill('One bid failed, not two.')
    await secretary.page.getByRole('button', { name: 'Begin the correction' }).click()
    await expect(secretary.page.getByText('This corrects highlight report 2')).toBeVisible()
    await write(secretary.page, 'Summary', 'Work is in hand. Funding is not what it was: one bid failed.')
    await sro.page.goto(new URL(secretary.page.url()).pathname)
    await signOff(sro.page)
    await issue(secretary.page)
    await expect(secretary.page.getByText(/Report number 3, version 2\. Issued by/)).toBeVisible()
    await sro.page.goto(at)
    await expect(sro.page.getByText(/Superseded by highlight report 3, issued on/)).toBeVisible()
    await expect(sro.page.getByText('two bids failed')).toBeVisible()
    await checkFile(sro.page, file)
    await expect(sro.page.getByText(/It is superseded by report 3, issued on/)).toBeVisible()
  })

  await test.step('a question goes up the line, into the next draft of the group above', async () => {
    await secretary.page.getByText('Escalate a question').click()
    await secretary.page.getByRole('textbox', { name: 'Another question' }).fill(QUESTION)
    await secretary.page.getByRole('button', { name: 'Escalate', exact: true }).click()
    await expect(
      secretary.page.getByText(/Escalated\. It stands in the next draft for All-Age/),
    ).toBeVisible()
    const above = await draft(secretary, ABOVE, { from: '2023-01-01', to: '2023-03-31' })
    await sro.page.goto(`/governance/northamptonshire/reports/${above.id}`)
    await expect(sro.page.getByRole('heading', { name: 'Escalated to this group (1)' })).toBeVisible()
    await expect(sro.page.getByRole('listitem').filter({ hasText: QUESTION })).toContainText(
      'highlight report 3',
    )
  })
})

/** The report of the quarter before: it rates funding as complete, against what the records say now. */
async function issueLastReport(secretary: Visitor): Promise<void> {
  const { id, version } = await draft(secretary, BELOW, { from: '2022-10-01', to: '2022-12-31' })
  const edited = await secretary.api.patch(`${REPORTS}/${id}`, {
    data: { overrides: [{ dimension: 'funding', rag: 'complete', reason: 'All bids were won.' }] },
    headers: { 'if-match': `"${version}"` },
  })
  const rated = await edited.json()
  const issued = await secretary.api.post(`${REPORTS}/${id}/issue`, {
    headers: { 'if-match': `"${rated.version}"` },
  })
  expect(issued.status()).toBe(200)
}

async function draft(
  { api }: Visitor,
  group: string,
  period: { from: string; to: string },
): Promise<{ id: string; version: number }> {
  const drafted = await api.post(REPORTS, { data: { group, period } })
  expect(drafted.status()).toBe(201)
  return drafted.json()
}

function section(page: Page, title: string) {
  return page.getByRole('textbox', { name: title, exact: true })
}

async function write(page: Page, title: string, words: string): Promise<void> {
  await section(page, title).fill(words)
  await page.getByRole('button', { name: `Save ${title.toLowerCase()}`, exact: true }).click()
  await expect(page.getByText(`Saved: ${title.toLowerCase()}`)).toBeVisible()
}

async function signOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign off this report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign off', exact: true }).click()
  await expect(page.getByText(/Signed off by Senior responsible owner/)).toBeVisible()
}

async function issue(page: Page): Promise<void> {
  await expect(page.getByText('Every check is met.')).toBeVisible()
  await page.getByRole('button', { name: 'Issue report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Issue report' }).click()
}

async function downloadWord(page: Page): Promise<Buffer> {
  await page.getByText('Download this report').click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as Word' }).click()
  return readFile(await (await downloading).path())
}

async function checkFile(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/governance/northamptonshire/reports')
  await page.getByText('Check a file').click()
  const file = { name: 'report.docx', mimeType: 'application/octet-stream', buffer }
  await page.getByLabel('File of a report').setInputFiles(file)
}
