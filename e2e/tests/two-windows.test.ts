import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const REFUSED = /console error: Failed to load resource: the server responded with a status of 401/

/** Another window of the same browser: the same cookies, and a page of its own. */
async function otherWindow(page: Page, at: string): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(at)
  return other
}

test('signing out in one window ends the other with its next request; what was typed is saved after signing in', async ({
  visit,
  expectTrouble,
}) => {
  expectTrouble(REFUSED)
  const { page } = await visit('leadAdult', '/adult/northamptonshire/tasks/northants.task.a1.w1.d2')
  await page.getByRole('button', { name: 'Update this task' }).click()
  await page.getByRole('textbox', { name: 'Progress note' }).fill('Typed before I was signed out.')
  const other = await otherWindow(page, '/adult/northamptonshire/my-week')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(other.getByText('You are signed out: in another window')).toHaveCount(0)

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
  const other = await otherWindow(page, '/governance/bnssg/home')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.getByRole('link', { name: 'Levels' }).click()
  await expect(page.getByText('You are signed out: in another window')).toBeVisible()
})
