import type { Page, Route } from '@playwright/test'
import { accessibilityProblems } from '../fixtures/accessibility.ts'
import { expect, test } from '../fixtures/test.ts'
import { pages } from '../pages.ts'

/** Pages of every app, with every shape of what is shown meanwhile. EVERY_PAGE=1 takes them all. */
const SOME = [
  '/governance/bnssg/home',
  '/governance/bnssg/flags',
  '/governance/bnssg/reports',
  '/governance/bnssg/journal',
  '/adult/bnssg/my-week',
  '/adult/bnssg/workplan',
  '/adult/bnssg/map',
  '/children/bnssg/levels',
  '/workforce/bnssg/readiness',
]

/** Pages that read no view of a programme before they are there. */
const READ_NOTHING = ['/governance/', '/governance/bnssg/journal/compare', '/governance/bnssg/privacy']
const NEVER_READ = /not found|may not/

const read = pages.filter(
  ({ at, person, heading }) =>
    person !== null && !READ_NOTHING.includes(at) && !NEVER_READ.test(heading.source),
)
const chosen = process.env['EVERY_PAGE'] === '1' ? read : read.filter(({ at }) => SOME.includes(at))

test.describe.configure({ mode: 'parallel' })

for (const { at, person } of chosen) {
  test(`${at} for ${person}: accessible while it loads, and when nothing can be read`, async ({
    visit,
    expectTrouble,
  }) => {
    expectTrouble(/status of 503/)
    const { page } = await visit(person)
    const release = await holdReads(page)
    await page.goto(at)
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /^Loading/ })
        .first(),
    ).toBeVisible()
    expect(await accessibilityProblems(page), 'while it loads').toEqual([])

    await release()
    await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible()
    expect(await accessibilityProblems(page), 'when nothing can be read').toEqual([])
  })
}

test('a question before something is done: accessible, wide and narrow', async ({ visit }) => {
  const { page } = await visit('programmeOffice', '/governance/bnssg/people')
  await page.getByText('Change Lead for workforce').click()
  const form = page.locator('details[open]')
  await form.getByLabel('Viewer').check()
  await form.getByRole('button', { name: 'Change roles' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await accessibilityProblems(page), 'on a laptop').toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await accessibilityProblems(page), 'on a phone').toEqual([])
})

/** Lets no view of a programme be read; what is returned answers all of them that the service is not there. */
async function holdReads(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = []
  let released = false
  const refuse = (route: Route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'Not now', status: 503, code: 'unavailable', detail: 'Not now.' },
    })
  await page.route(
    ({ pathname }) => /^\/api\/programmes\/[^/]+\/(?!events)/.test(pathname),
    (route) => {
      if (released) return refuse(route)
      held.push(route)
    },
  )
  return async () => {
    released = true
    await Promise.all(held.map(refuse))
  }
}
