import { expect, type Page, test } from '@playwright/test'
import { type CountingProxy, startCountingProxy } from '../fixtures/counting-proxy.ts'
import { people } from '../fixtures/people.ts'
import { type RunningService, startService } from '../fixtures/service.ts'

const TASK = 'bnssg/tasks/bnssg.task.shared-records'

// A name as in a hospital's own network: over plain http a browser lets pages there do less than at 127.0.0.1.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: ['--host-resolver-rules=MAP workplan.test 127.0.0.1'] }),
})

let service: RunningService
let proxy: CountingProxy
test.beforeAll(async () => {
  test.setTimeout(180_000)
  service = await startService('many-windows')
  proxy = await startCountingProxy(service.address)
})
test.afterAll(async () => {
  proxy.stop()
  await service.stop()
})

test('eight windows of one browser load, hear of each other’s changes and save, over one live stream', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ baseURL: `http://workplan.test:${proxy.port}` })
  const first = await context.newPage()
  await first.goto(`/adult/${TASK}`)
  await first.getByRole('button', { name: `Sign in as ${people.leadAdult.name}` }).click()
  const windows = [first]
  for (const app of ['governance', 'adult', 'governance', 'adult', 'governance', 'adult', 'adult']) {
    const page = await context.newPage()
    await page.goto(`/${app}/${TASK}`)
    windows.push(page)
  }
  for (const page of windows) await expect(page.getByText('Progress note')).toBeVisible()
  expect(await first.evaluate(() => window.isSecureContext)).toBe(false)
  await expect.poll(proxy.openStreams).toBe(1)

  await saveNote(windows.at(-1), 'Written in the eighth window.')
  for (const page of windows) await expect(note(page, 'Written in the eighth window.')).toBeVisible()
  await saveNote(first, 'Written in the first window.')
  for (const page of windows) await expect(note(page, 'Written in the first window.')).toBeVisible()
  expect(proxy.openStreams()).toBe(1)

  await first.close()
  await saveNote(windows[2], 'Written after the first was closed.')
  for (const page of windows.slice(1))
    await expect(note(page, 'Written after the first was closed.')).toBeVisible()
  for (const page of windows.slice(1)) await expect(page.getByText('Not connected')).toHaveCount(0)
  await context.close()
  await expect.poll(proxy.openStreams).toBe(0)
})

function note(page: Page, text: string) {
  return page.getByRole('definition').filter({ hasText: text })
}

async function saveNote(page: Page | undefined, text: string): Promise<void> {
  if (!page) throw new Error('There is no such window.')
  await page.getByRole('button', { name: 'Update this task' }).click()
  await page.getByRole('textbox', { name: 'Progress note' }).fill(text)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(note(page, text)).toBeVisible()
}
