import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { provideBrowser } from './browser/provide-browser.ts'
import { type Person, people } from './fixtures/people.ts'
import { productRoot, startService } from './fixtures/service.ts'

/** The pictures of the README: one page of each app, from a product with fresh examples. */
const pictures: { app: string; at: string; person: Person }[] = [
  { app: 'governance', at: '/governance/bnssg/home', person: 'sro' },
  { app: 'adult', at: '/adult/bnssg/my-week', person: 'leadAdult' },
  { app: 'children', at: '/children/bnssg/left-out', person: 'leadChildren' },
  { app: 'workforce', at: '/workforce/bnssg/my-week', person: 'leadWorkforce' },
]

const service = await startService('screenshots')
const browser = await chromium.launch({ executablePath: await provideBrowser() })
try {
  for (const { app, at, person } of pictures) {
    const context = await browser.newContext({
      baseURL: service.address,
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.request.post('/api/session/demo', { data: { person: people[person].id } })
    await page.goto(at)
    await page.getByRole('heading', { level: 1 }).waitFor()
    // Parts of a page come after it, and show nothing until then; the live stream does not count.
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
    const path = join(productRoot, 'docs/screenshots', `${app}.png`)
    await page.screenshot({ path })
    console.log(path)
    await context.close()
  }
} finally {
  await browser.close()
  await service.stop()
}
