import type { Page } from '@playwright/test'
import { expectAllLoaded } from '../fixtures/all-loaded.ts'
import { expect, test } from '../fixtures/test.ts'

test('other roles count with the next request of the other browser, which has to sign in anew', async ({
  visit,
  expectTrouble,
}) => {
  expectTrouble(/status of 401/, 'perhaps')
  const lead = await visit('leadWorkforce', '/workforce/bnssg/my-week')
  await expect(lead.page.getByRole('heading', { level: 1, name: 'My week' })).toBeVisible()
  const { page } = await visit('programmeOffice', '/governance/bnssg/people')
  await changeRole(page, { from: 'Lead for workforce', to: 'Viewer' })

  expect((await lead.api.get('/api/programmes/bnssg/tasks')).status()).toBe(401)
  await expect(lead.page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(lead.page.getByText('because your roles were changed')).toBeVisible()
  await lead.page.getByRole('button', { name: 'Sign in as Lead for workforce' }).click()
  await expect(lead.page.getByRole('heading', { level: 1, name: 'Sign in' })).toHaveCount(0)
  const session = await (await lead.api.get('/api/session')).json()
  const bnssg = session.programmes.find(({ id }: { id: string }) => id === 'bnssg')
  expect(bnssg.roles).toEqual(['viewer'])

  // The other tests of this service know the lead as a lead.
  await lead.page.close()
  await page.reload()
  await changeRole(page, { from: 'Viewer', to: 'Lead for workforce' })
})

test('signing out in one window signs out the other', async ({ visit, browser, baseURL }) => {
  const { page } = await visit('viewer', '/governance/bnssg/duties')
  await expectAllLoaded(page)
  const other = await browser.newContext({
    ...(baseURL !== undefined && { baseURL }),
    storageState: await page.context().storageState(),
  })
  expect((await other.request.get('/api/programmes')).status()).toBe(200)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  expect((await other.request.get('/api/programmes')).status()).toBe(401)
  await other.close()
})

async function changeRole(page: Page, { from, to }: { from: string; to: string }): Promise<void> {
  await page.getByText('Change Lead for workforce').click()
  const form = page.locator('details[open]')
  await form.getByLabel(from, { exact: true }).uncheck()
  await form.getByLabel(to, { exact: true }).check()
  await form.getByRole('button', { name: 'Change roles' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Change roles' }).click()
  await expect(page.getByText('Lead for workforce has other roles now')).toBeVisible()
}
