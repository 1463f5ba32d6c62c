import { expect, test } from '../fixtures/test.ts'

test('the levels are those of the published self-assessment, of all and of answered', async ({ visit }) => {
  const { page } = await visit('sro', '/governance/bnssg/levels')
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: '44 measures' })).toBeVisible()
  await expect(main).toContainText(
    '44 measures are at level 3 and above: 58.7% of all 75 measures, 62% of the 71 answered. 4 unanswered.',
  )

  const shares = page.getByRole('table', { name: 'At level 3 and above' })
  const first = shares.getByRole('row', { name: /^1\. / })
  await expect(first.getByRole('cell')).toHaveText(['57.9% (11 of 19)', '64.7% (11 of 17)', '2'])
  const fourth = shares.getByRole('row', { name: /^4\. / })
  await expect(fourth.getByRole('cell')).toHaveText(['65.2% (15 of 23)', '71.4% (15 of 21)', '2'])
})

test('the service gives the same figures to a program', async ({ visit }) => {
  const { api } = await visit('viewer')
  const summary = await (await api.get('/api/programmes/bnssg/assessments/current/summary')).json()
  expect(summary.total).toMatchObject({
    measures: 75,
    answered: 71,
    unanswered: 4,
    level3AndAbove: { count: 44, percent: 58.7, percentOfAnswered: 62 },
  })
})

test('the four measures left blank for children are flagged, and open to their records', async ({
  visit,
}) => {
  const { page, api } = await visit('sro', '/governance/bnssg/flags?rule=measure-unanswered')
  const { items } = await (await api.get('/api/programmes/bnssg/flags?rule=measure-unanswered')).json()
  const measures = items.map((flag: { subject: { id: string } }) => flag.subject.id.replace('ambitions.', ''))
  expect(measures.toSorted()).toEqual(['1.1.1', '1.1.3', '4.4.1', '4.4.4'])

  await page
    .getByRole('main')
    .getByRole('link', { name: /1\.1\.1/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 2, name: 'The records it looked at' })).toBeVisible()
})
