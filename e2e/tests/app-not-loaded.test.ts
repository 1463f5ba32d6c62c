import { expect, test } from '../fixtures/test.ts'

test('a page whose app does not come says so, and what to do', async ({ page, expectTrouble }) => {
  expectTrouble(/503/, 'perhaps')
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 503 }))
  for (const app of ['governance', 'adult', 'children', 'workforce']) {
    await page.goto(`/${app}/`)
    await expect(page.getByRole('heading', { level: 1, name: 'Workplan is loading' })).toBeVisible()
    await expect(page.getByText('Load this page again in a minute')).toBeVisible()
  }
})
