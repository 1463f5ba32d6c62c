import { expectAllLoaded } from '../fixtures/all-loaded.ts'
import { expect, test } from '../fixtures/test.ts'

test('a person chooses who to be, sees the programme with its date, and signs out', async ({ visit }) => {
  const { page } = await visit(null, '/adult/')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()

  await page.getByRole('button', { name: 'Sign in as Lead for adult services' }).click()
  await page.getByRole('link', { name: 'BNSSG End of Life Care Programme' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'My week' })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Demonstration: as on 13 March 2023')

  await expectAllLoaded(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  const session = await page.request.get('/api/session')
  expect(await session.json()).toMatchObject({ person: null })
})

test('a page asked for before signing in is the page one gets', async ({ visit }) => {
  const { page } = await visit(null, '/adult/bnssg/flags')
  await page.getByRole('button', { name: 'Sign in as Lead for adult services' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Flags' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/adult/bnssg/flags')
})

test('the header offers only the apps a person may open', async ({ visit }) => {
  const { page } = await visit('leadAdult', '/adult/bnssg/')
  const menu = page.getByRole('navigation', { name: 'Menu' })
  await expect(menu.getByRole('link')).toHaveText(['Governance', 'Adult services'])
})
