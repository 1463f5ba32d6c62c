import { type Browser, expect, type Page, test } from '@playwright/test'
import { accessibilityProblems } from '../fixtures/accessibility.ts'
import { people, type Person } from '../fixtures/people.ts'
import { type RunningService, startService } from '../fixtures/service.ts'

/** A product of its own, because a signed round changes what levels and flags are read from. */
let service: RunningService
test.beforeAll(async () => {
  test.setTimeout(180_000)
  service = await startService('self-assessment')
})
test.afterAll(() => service.stop())

test('a first round is started, answered with the keyboard, signed off by the SRO, and then stands still', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const lead = await visit(browser, 'leadAdult', '/adult/northamptonshire/self-assessment')
  await expect(lead.getByText('No self-assessment yet')).toBeVisible()
  await lead.getByRole('button', { name: 'Start a new round' }).click()
  await lead.getByRole('button', { name: 'Start the round' }).click()
  await expect(lead.getByText(/^0 of 61 measures of Adult services answered/)).toBeVisible()
  expect(await accessibilityProblems(lead)).toEqual([])

  const sro = await visit(browser, 'sro', `${new URL(lead.url()).pathname}?part=sign-off`)
  await expect(sro.getByText('75 measures are not answered')).toBeVisible()

  await lead.getByRole('combobox', { name: 'Answer to 1.1.2' }).focus()
  await lead.keyboard.press('ArrowDown')
  await lead.keyboard.press('ArrowDown')
  await lead.keyboard.press('Enter')
  await expect(saved(lead, 'Saved. 1.1.2 is at level 1')).toBeVisible()

  await lead.getByRole('combobox', { name: 'Answer to 1.1.4' }).selectOption('Level 3')
  await lead.getByRole('button', { name: 'Go on with 1.1.4' }).click()
  await expect(lead.getByRole('heading', { level: 1, name: /1\.1\.4/ })).toBeVisible()
  expect(await accessibilityProblems(lead)).toEqual([])
  await lead.keyboard.press('Control+Enter')
  await expect(lead.getByRole('alert').getByText('Say what shows level 3')).toBeVisible()
  await lead.getByRole('textbox', { name: 'Evidence', exact: true }).fill('Audit of 40 records')
  await lead.getByRole('textbox', { name: /Date of the evidence/ }).fill('February 2023')
  await lead.keyboard.press('Control+Enter')
  await expect(saved(lead, 'Saved. 1.1.4 is at level 3')).toBeVisible()
  await expect(lead.getByRole('heading', { level: 1, name: /1\.1\.5/ })).toBeVisible()
  await lead.getByRole('radio', { name: 'It does not apply here' }).check()
  await lead.getByRole('textbox', { name: 'Why it does not apply' }).fill('Decided elsewhere')
  await lead.getByRole('button', { name: 'Save and stay' }).click()
  await expect(saved(lead, 'Saved. 1.1.5 does not apply')).toBeVisible()

  // The open page of the SRO has heard of it.
  await expect(sro.getByText('72 measures are not answered')).toBeVisible()
  expect(await accessibilityProblems(sro)).toEqual([])
  await sro.getByRole('button', { name: 'Sign off this round' }).click()
  const dialog = sro.getByRole('dialog')
  await expect(dialog.getByText('A signed round does not change any more.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Sign off' }).click()
  await expect(saved(sro, 'Signed off. This round is the current one now')).toBeVisible()

  await sro.goto('/governance/northamptonshire/levels')
  await expect(sro.getByText('1 measures are at level 3 and above')).toBeVisible()

  await lead.getByRole('link', { name: 'All measures' }).click()
  await expect(lead.getByText('The current round')).toBeVisible()
  await expect(lead.getByRole('combobox', { name: 'Answer to 1.1.2' })).toHaveCount(0)
  const round = new URL(lead.url()).pathname.split('/').at(-1)
  const refused = await lead.request.patch(
    `/api/programmes/northamptonshire/answers/${round}.ambitions.1.1.2`,
    { data: { level: 5 }, headers: { 'if-match': '"2"' } },
  )
  expect(refused.status()).toBe(409)
  await lead.setViewportSize({ width: 320, height: 640 })
  expect(await accessibilityProblems(lead)).toEqual([])
})

/** A person at a browser window of their own. */
async function visit(browser: Browser, person: Person, at: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: service.address })
  const page = await context.newPage()
  await page.request.post('/api/session/demo', { data: { person: people[person].id } })
  await page.goto(at)
  return page
}

function saved(page: Page, words: string) {
  return page.getByRole('status').filter({ hasText: words })
}
