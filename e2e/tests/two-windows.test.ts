import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const REFUSED = /console error: Failed to load resource: the server responded with a status of 401/

/** Another window of the same browser: the same cookies, and a page of its own. */
async function otherWindow(page: Page, at: string): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(at)
  return other
}

/** Ends the session on the server alone: no window hears of it. */
async function endSession(page: Page): Promise<void> {
  const origin = new URL(page.url()).origin
  const ended = await page.context().request.delete('/api/session', { headers: { origin } })
  expect(ended.status()).toBe(204)
}

test('a session that has ended is noticed with the next request; what was typed is saved after signing in', async ({
  visit,
  expectTrouble,
}) => {
  expectTrouble(REFUSED)
  const { page } = await visit('leadAdult', '/adult/northamptonshire/tasks/northants.task.a1.w1.d2')
  await page.getByRole('button', { name: 'Update this task' }).click()
  await page.getByRole('textbox', { name: 'Progress note' }).fill('Typed before I was signed out.')
  await endSession(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('You are signed out: in another window')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in as Lead for adult' }).click()
  // It was being saved when the session ended, so it is saved now.
  await expect(
    page.getByRole('definition').filter({ hasText: 'Typed before I was signed out.' }),
  ).toBeVisible()
})

test('a page that only reads goes to the sign-in page with its next request, without an error of its own', async ({
  visit,
  expectTrouble,
}) => {
  expectTrouble(REFUSED)
  const { page } = await visit('viewer', '/governance/bnssg/duties')
  await expect(page.getByRole('heading', { level: 1, name: 'Duty map' })).toBeVisible()
  await endSession(page)
  await page.getByRole('link', { name: 'Levels' }).click()
  await expect(page.getByText('You are signed out: in another window')).toBeVisible()
})

test('who signs in with one window is who all windows show; what another was typing waits for them', async ({
  visit,
}) => {
  const { page } = await visit('leadAdult', '/adult/northamptonshire/tasks/northants.task.a1.w1.d2')
  await page.getByRole('button', { name: 'Update this task' }).click()
  await page.getByRole('textbox', { name: 'Next step' }).fill('Half a thought of the lead')
  const other = await otherWindow(page, '/adult/northamptonshire/my-week')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByText('You are signed out: in another window')).toHaveCount(0)
  await expect(page.getByText('You are signed out: in another window')).toBeVisible()

  await other.getByRole('button', { name: 'Sign in as Programme office' }).click()
  await expect(page.getByRole('banner')).toContainText('Programme office')
  await page.getByRole('button', { name: 'Update this task' }).click()
  await expect(page.getByRole('textbox', { name: 'Next step' })).not.toHaveValue('Half a thought of the lead')

  await other.getByRole('button', { name: 'Sign out' }).click()
  await other.getByRole('button', { name: 'Sign in as Lead for adult' }).click()
  await expect(page.getByRole('banner')).toContainText('Lead for adult services')
  await expect(page.getByRole('textbox', { name: 'Next step' })).toHaveValue('Half a thought of the lead')
  const saved = await page
    .context()
    .request.get('/api/programmes/northamptonshire/tasks/northants.task.a1.w1.d2')
  expect((await saved.json()).task.nextStep).not.toBe('Half a thought of the lead')
})
