import { expect, test } from '../fixtures/test.ts'

const TASK = 'bnssg.task.data'
const PATH = `/api/programmes/bnssg/tasks/${TASK}`

test('after a change the programme can be seen as it was, read-only; and the two moments compared', async ({
  visit,
}) => {
  const { page, api } = await visit('programmeOffice')
  const before = await (await api.get(PATH)).json()
  const moment = new Date().toISOString()
  const to = before.task.status === 'done' ? 'in-progress' : 'done'
  const headers = { 'if-match': `"${before.version}"` }
  expect((await api.patch(PATH, { data: { status: to }, headers })).status()).toBe(200)
  const words = { before: wordsOf(before.task.status), after: wordsOf(to) }

  await page.goto(`/adult/bnssg/tasks/${TASK}`)
  const heading = page.getByRole('main').locator('.wps-heading')
  await expect(heading.getByText(words.after, { exact: true })).toBeVisible()
  await page.goto(`/adult/bnssg/tasks/${TASK}?asAt=${moment}`)
  const banner = page.getByRole('region', { name: 'Earlier moment' })
  await expect(banner).toContainText('You are looking at the programme as it was on')
  await expect(heading.getByText(words.before, { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Update this task' })).toHaveCount(0)

  await page.getByRole('link', { name: 'Workplan', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Workplan' })).toBeVisible()
  expect(new URL(page.url()).searchParams.get('asAt')).toBe(moment)
  await page.goBack()
  await banner.getByRole('link', { name: 'Go back to now' }).click()
  await expect(heading.getByText(words.after, { exact: true })).toBeVisible()
  await expect(banner).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Update this task' })).toBeVisible()

  await page.goto(`/governance/bnssg/journal/compare?from=${moment}`)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: before.task.title }) })
  await expect(row.first()).toContainText(`Status: from “${words.before}” to “${words.after}”`)
  await row
    .first()
    .getByText(/^\d+ entr/)
    .click()
  await expect(row.first()).toContainText('Programme office: Task updated')
})

const THEN = [
  ['leadAdult', '/adult/bnssg/my-week', 'My week'],
  ['leadAdult', '/adult/bnssg/workplan?view=board', 'Workplan'],
  ['leadAdult', '/adult/bnssg/workplan?view=timeline', 'Workplan'],
  ['leadAdult', '/adult/bnssg/self-assessment/bnssg.self-assessment', 'Ambitions self-assessment'],
  [
    'leadAdult',
    '/adult/bnssg/map?requirement=bnssg.requirement.specialist-7-day&try=bnssg.coverage.st-peters-hah',
    'Round-the-clock map',
  ],
  ['leadAdult', '/adult/bnssg/hospices', 'Hospices and contracts'],
  ['leadAdult', '/adult/northamptonshire/transition', 'Coming from children'],
  ['leadAdult', '/adult/bnssg/alerts', 'This page is only there for now'],
  ['leadChildren', '/children/bnssg/transition', 'Transition'],
  ['leadChildren', '/children/northamptonshire/levels?service=northants.service.carers', 'Services by level'],
  ['leadWorkforce', '/workforce/bnssg/readiness', 'Readiness'],
  ['leadWorkforce', '/workforce/bnssg/capacity', 'Capacity'],
] as const

/** What opens a form or sends one, by how such buttons begin. */
const WRITES =
  /^(Save|Add|Update|Change|Move|Try|Done|In progress|Blocked|Mark|Take out|Start|Sign off|Answer)\b/

test('every kind of page shows the past, and has no way to write there', async ({ visit }) => {
  const then = encodeURIComponent(new Date().toISOString())
  for (const person of ['leadAdult', 'leadChildren', 'leadWorkforce'] as const) {
    const { page } = await visit(person)
    for (const [, address, heading] of THEN.filter(([who]) => who === person)) {
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}asAt=${then}`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
      await expect(page.getByRole('region', { name: 'Earlier moment' })).toBeVisible()
      await expect(page.getByRole('main').getByLabel(/^Loading/)).toHaveCount(0)
      await expect(page.getByRole('main').getByRole('button', { name: WRITES })).toHaveCount(0)
    }
  }
})

test('a moment before the first entry, to come, or unreadable is answered in plain words', async ({
  visit,
  expectTrouble,
}) => {
  expectTrouble(/ 40[04] /)
  const { page } = await visit('programmeOffice')
  for (const [asAt, words] of [
    ['2001-01-01', /The journal of this programme does not reach back so far\. It begins on/],
    ['2999-01-01', /Nothing is known of the future yet/],
    ['lately', /The address asks for ‘lately’/],
  ] as const) {
    await page.goto(`/governance/bnssg/home?asAt=${asAt}`)
    await expect(page.getByText(words)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Go back to now' })).toBeVisible()
  }
})

test('a moment is chosen in the header', async ({ visit }) => {
  const { page } = await visit('viewer', '/adult/bnssg/workplan')
  await page.getByRole('button', { name: 'Look at an earlier date' }).click()
  const now = new Date()
  await page.getByRole('textbox', { name: 'Day' }).fill(String(now.getDate()))
  await page.getByRole('textbox', { name: 'Month' }).fill(String(now.getMonth() + 1))
  await page.getByRole('textbox', { name: 'Year' }).fill(String(now.getFullYear()))
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByRole('region', { name: 'Earlier moment' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Workplan' })).toBeVisible()
})

test('an address with no moment that can be read says so, and shows no other moment', async ({
  visit,
  expectTrouble,
}) => {
  expectTrouble(/ 400 /)
  const { page } = await visit('programmeOffice')
  for (const query of [
    'asAt=',
    'asAt=2023-02-30',
    'asAt=2024-03-31T14:00',
    'asAt=2024-03-01&asAt=2024-03-02',
  ])
    for (const path of ['/governance/', '/adult/bnssg/workplan']) {
      await page.goto(`${path}?${query}`)
      await expect(
        page.getByRole('heading', { level: 1, name: 'We cannot read the date in this address' }),
      ).toBeVisible()
    }
  await page.getByRole('link', { name: 'Go back to now' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Workplan' })).toBeVisible()
  await page.goto('/governance/?asAt=2024-03-31')
  await expect(page.getByRole('heading', { level: 1, name: 'Choose a programme' })).toBeVisible()
})

function wordsOf(status: string): string {
  const words = status.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
