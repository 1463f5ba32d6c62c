import { expect, test } from '../fixtures/test.ts'

const STAFF = 'bnssg.requirement.staff-advice-24-7'
const SPECIALIST = 'bnssg.requirement.specialist-7-day'
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 320, height: 640 } }

for (const [size, viewport] of Object.entries(sizes)) {
  test.describe(`on a ${size}`, () => {
    test.use({ viewport })

    test('the map says where nobody is proven to be, against a paper that states no gap', async ({
      visit,
    }) => {
      const { page } = await visit('leadAdult', `/adult/bnssg/map?requirement=${STAFF}`)
      const main = page.getByRole('main')
      await expect(
        main.getByRole('listitem').filter({
          hasText: /North Somerset outside Weston and Worle: not confirmed, .*115\.5 hours a week/,
        }),
      ).toBeVisible()
      await expect(main.getByText('no gap was identified')).toBeVisible()
      await expect(main.getByText('Contradicted').first()).toBeVisible()

      const night = main.getByRole('button', {
        name: 'North Somerset, Monday 00:00 to 08:00: In part',
        exact: true,
      })
      await night.click()
      await expect(night).toHaveAttribute('aria-pressed', 'true')
      const behind = main.getByRole('region', { name: 'North Somerset, Monday 00:00 to 08:00' })
      await expect(behind).toContainText('Parts of North Somerset, Weston, Worle')

      await page.reload()
      await expect(behind).toBeVisible()
      await behind.getByRole('link', { name: /Advice line, pain and symptom/ }).click()
      await expect(
        page.getByRole('heading', { level: 1, name: /Advice line, pain and symptom/ }),
      ).toBeVisible()
    })

    test('care in person is there on seven days only where St Peter’s works', async ({ visit }) => {
      const { page } = await visit('leadAdult', `/adult/bnssg/map?requirement=${SPECIALIST}`)
      const main = page.getByRole('main')
      for (const place of ['Bristol', 'South Gloucestershire'])
        await expect(
          main.getByRole('button', {
            name: `${place}, Saturday 09:00 to 17:00: On a condition`,
            exact: true,
          }),
        ).toBeAttached()
      for (const place of ['Weston', 'Worle'])
        await expect(
          main.getByRole('button', {
            name: `${place}, Saturday 09:00 to 17:00: Not confirmed`,
            exact: true,
          }),
        ).toBeAttached()
      await expect(main.getByText('The hours required are inferred')).toBeVisible()
    })

    test('the table has the hours of the map', async ({ visit }) => {
      const { page } = await visit('leadAdult', `/adult/bnssg/map?requirement=${SPECIALIST}`)
      await page.getByText('Show the same hours as a table').click()
      const table = page.getByRole('table', { name: /the hours of each place/ })
      await expect(
        table.getByRole('row', { name: /^Weston Saturday 09:00 to 17:00 Not confirmed/ }),
      ).toBeVisible()
    })

    test('the sharing matrix tells not known from not yet', async ({ visit }) => {
      const { page } = await visit('leadAdult', '/adult/bnssg/sharing')
      await expect(page.getByText('10 care settings', { exact: true })).toBeVisible()
      await page.getByRole('link', { name: 'not yet for 5' }).click()
      const table = page.getByRole('table', { name: 'Care settings and what each can see' })
      await expect(table.getByRole('rowheader')).toHaveCount(5)
      const row = table.getByRole('row', { name: /^Social Care/ })
      // On a phone what a setting sees stands under it.
      const sees = size === 'phone' ? row.locator('xpath=following-sibling::tr[1]') : row
      await expect(sees).toContainText('Not known')
    })

    test('hospices and contracts show what is said, and the rest as not known', async ({ visit }) => {
      const { page } = await visit('leadAdult', '/adult/bnssg/hospices')
      const contracts = page.getByRole('table', { name: 'What is known of the hospice contracts' })
      await expect(contracts.getByRole('row', { name: /^Value/ })).toContainText(
        'Adults, 2022-23: £3,683,000',
      )
      await expect(contracts.getByRole('row', { name: /^Risk share/ })).toContainText('No')
      await expect(page.getByRole('rowheader', { name: 'Weston Hospicecare' })).toBeVisible()
    })
  })
}

test('by keyboard alone: walk the map, open hours, try what would close them; nothing is saved', async ({
  visit,
}) => {
  const at = `/adult/bnssg/map?requirement=${STAFF}&try=bnssg.coverage.st-peters-line-staff`
  const { page, api } = await visit('leadAdult', at)
  const before = await (await api.get('/api/programmes/bnssg/coverage')).json()
  const main = page.getByRole('main')
  await main.getByRole('button', { name: /^Bristol, Monday 00:00/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(main.getByRole('region', { name: 'North Somerset, Monday 00:00 to 08:00' })).toBeVisible()

  for (const place of ['Bristol', 'South Gloucestershire', 'North Somerset']) {
    await main.getByRole('checkbox', { name: place, exact: true }).focus()
    await page.keyboard.press('Space')
  }
  await main.getByRole('button', { name: 'See what this would change' }).focus()
  await page.keyboard.press('Enter')
  await expect(main.getByText('388.5 of 504 hours now, 504 with this change')).toBeVisible()
  await expect(
    main.getByRole('listitem').filter({ hasText: /North Somerset: in part to covered, .*closed/ }),
  ).toBeVisible()
  await expect(main.getByText(/would clear/).first()).toBeVisible()
  expect(await (await api.get('/api/programmes/bnssg/coverage')).json()).toEqual(before)
})

test('a program gets the same hours and flags', async ({ visit }) => {
  const { api } = await visit('viewer')
  const { items } = await (await api.get('/api/programmes/bnssg/coverage')).json()
  const staff = items.find((view: { requirement: string }) => view.requirement === STAFF)
  expect(staff.totals).toMatchObject({ required: 504, inState: { covered: 388.5, partly: 115.5 } })
  const answer = await api.get(`/api/programmes/bnssg/flags/coverage-claim-contradicted~${STAFF}`)
  expect(JSON.stringify(await answer.json())).toContain('North Somerset (115.5 of 168 hours')
})
