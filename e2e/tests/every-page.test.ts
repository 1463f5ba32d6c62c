import type { Page } from '@playwright/test'
import { accessibilityProblems } from '../fixtures/accessibility.ts'
import { expect, test } from '../fixtures/test.ts'
import { pages } from '../pages.ts'

test.describe.configure({ mode: 'parallel' })

for (const { at, person, heading, absent } of pages) {
  test(`${at} for ${person ?? 'nobody signed in'}: accessible, wide and narrow, and never wider than the screen`, async ({
    visit,
    expectTrouble,
  }) => {
    if (absent) expectTrouble(new RegExp(` 404 .*${absent}`))
    const { page } = await visit(person, at)
    await settled(page, heading)
    expect(await accessibilityProblems(page), 'on a laptop').toEqual([])

    await page.setViewportSize({ width: 320, height: 640 })
    await settled(page, heading)
    // Tables fold columns up once they are told of the width.
    await expect.poll(() => overflow(page), { message: 'wider than 320 pixels' }).toEqual([])
    expect(await accessibilityProblems(page), 'on a phone').toEqual([])
  })
}

/** Waits until the page has its heading and shows no skeleton any more. */
async function settled(page: Page, heading: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
}

/** The outermost elements that make the page scroll sideways; content that scrolls inside its own box does not. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width,
    )
    return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
  })
}
