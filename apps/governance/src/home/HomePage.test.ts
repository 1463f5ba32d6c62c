import { fakeService, flagSummary, openApp, session } from '@workplan/shell/testing'
import { expect, test } from 'vitest'
import { governance } from '../governance.ts'

test('opens', async () => {
  fakeService({
    'GET /api/session': session(),
    'GET /api/programmes/bnssg/flags': { items: [flagSummary()], next: null, causes: [], total: 1 },
  })
  const page = await openApp(governance, '/bnssg/home')
  await page.shows('Are we meeting our duties?')
  await page.shows('We cannot find that')
  console.log(page.text())
  expect(page.offers('Sign out')).toBe(true)
  page.close()
})
