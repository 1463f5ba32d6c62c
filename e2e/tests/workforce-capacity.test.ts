import { expect, test } from '../fixtures/test.ts'

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

for (const [device, viewport] of [
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const) {
  test(`on a ${device}: a post shows the required hours that hang on it, and can be taken back`, async ({
    visit,
  }) => {
    const { page } = await visit('leadWorkforce')
    await page.setViewportSize(viewport)
    await page.goto('/workforce/bnssg/capacity')
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { name: 'The papers name no post' })).toBeVisible()
    await main.getByRole('button', { name: 'Add a post' }).click()
    await main.getByRole('textbox', { name: /^Post/ }).fill('Night nurse')
    await main.getByRole('textbox', { name: /^Funded/ }).fill('2')
    await main.getByRole('checkbox', { name: 'NHS urgent care' }).check()
    await main.getByRole('button', { name: 'Add this post' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Added' })).toBeVisible()
    await expect(
      main.getByRole('link', { name: /1 of 1 posts have a number that is not known/ }),
    ).toBeVisible()
    const posts = main.getByRole('table', { name: 'Posts and what hangs on them' })
    await expect(posts.getByText('not known of 2')).toBeVisible()
    if (device === 'phone') await posts.getByText('More').click()
    await expect(posts.getByText(/24\/7 generalist services.*Bristol 93 hours/)).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(main.getByRole('heading', { name: 'The papers name no post' })).toBeVisible()
  })
}

test('a training need says what is known and what is not', async ({ visit }) => {
  const { page } = await visit('leadWorkforce', '/workforce/northamptonshire/readiness')
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Add a training need' }).press('Enter')
  await main.getByRole('textbox', { name: /^Staff group/ }).fill('Care home staff')
  await main.getByRole('textbox', { name: /^People who need it/ }).fill('120')
  await page.keyboard.press('Control+Enter')
  await expect(main.getByRole('link', { name: '120 need it; not known how many are trained' })).toBeVisible()
  await expect(main.getByText('For 1 need of 1 a number is not known.')).toBeVisible()
})
