import { expect, test } from '@playwright/test'
import { people } from '../fixtures/people.ts'
import { type RunningService, startService } from '../fixtures/service.ts'

const TASK = 'bnssg.task.shared-records'

/** A product of its own, because it is stopped under the open page. */
let service: RunningService
test.beforeAll(async () => {
  test.setTimeout(180_000)
  service = await startService('lost-connection')
})
test.afterAll(() => service.stop())

test('the service stops under an open page: it says so, tries again, catches up, and saves what was typed', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ baseURL: service.address })
  const page = await context.newPage()
  await page.request.post('/api/session/demo', { data: { person: people.leadAdult.id } })
  await page.goto(`/adult/bnssg/tasks/${TASK}`)
  await page.getByRole('button', { name: 'Update this task' }).click()
  await page.getByRole('textbox', { name: 'Progress note' }).fill('Typed before the outage.')

  await service.halt()
  await expect(page.getByText('Not connected: what you see may be out of date.')).toBeVisible()
  await expect(page.getByText(/Trying again (in \d+ s|now)\./)).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Not saved yet: the service cannot be reached.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Progress note' })).toHaveValue('Typed before the outage.')

  await page.route('**/api/**', (route) => route.abort())
  await service.resume()
  await changeElsewhere()
  await page.unroute('**/api/**')
  const tryNow = page.getByRole('button', { name: 'Try now' }).first()
  if (await tryNow.isVisible()) await tryNow.click()
  await expect(page.getByText('Not connected')).toBeHidden({ timeout: 40_000 })
  await expect(page.getByText(/Connected again\. \d+ changes? w(as|ere) made meanwhile/)).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Typed before the outage.' })).toBeVisible({
    timeout: 40_000,
  })
  await expect(page.getByText('Not saved yet')).toBeHidden()

  const record = await (await page.request.get(`/api/programmes/bnssg/tasks/${TASK}`)).json()
  expect(record.task.progress).toBe('Typed before the outage.')
  await context.close()

  /** Somebody else changes another task when the service is back, and before the page has found out. */
  async function changeElsewhere(): Promise<void> {
    const other = await browser.newContext({ baseURL: service.address })
    await other.request.post('/api/session/demo', { data: { person: people.programmeOffice.id } })
    const path = '/api/programmes/bnssg/tasks/bnssg.task.gaps'
    const { version } = await (await other.request.get(path)).json()
    const headers = { 'if-match': `"${version}"` }
    const answer = await other.request.patch(path, { data: { progress: 'Changed meanwhile.' }, headers })
    expect(answer.status()).toBe(200)
    await other.close()
  }
})
