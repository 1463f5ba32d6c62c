import { workstreamApp } from '@workplan/shell'
import { exampleService, flagSummary, openApp } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { adult } from '../adult.ts'
import { serviceView } from '../testing/example-coverage.ts'

function openServices(items: object[], query = '') {
  const service = exampleService({})
  service.on('GET /api/programmes/bnssg/services', { items, next: null })
  service.on('GET /api/programmes/bnssg/flags', {
    items: [
      flagSummary({
        id: 'c~advice',
        title: 'Hours without certain cover',
        subject: { kind: 'coverage-requirement', id: 'advice', title: 'Advice at any hour' },
      }),
      flagSummary({ id: 'other~duty', subject: { kind: 'duty', id: 'd', title: 'A duty' } }),
    ],
    next: null,
    causes: [],
    total: 2,
  })
  return openApp(workstreamApp(adult), `/bnssg/services${query}`)
}

const flagged = serviceView({
  service: { id: 'day', title: 'Day hospice', provider: 'other' },
  providerName: 'Another',
  hours: null,
  flags: [flagSummary({ id: 'h~day' })],
})

describe('services', () => {
  it('are all listed, those without flags too, and what is required of them', async () => {
    const page = await openServices([serviceView(), flagged])
    await page.shows('2 services')
    expect(page.control('Night advice line').getAttribute('href')).toBe('/adult/bnssg/records/service/line')
    expect(page.text()).toContain('Not given')
    await page.shows('Hours without certain cover')
    expect(page.text()).not.toContain('A duty')
    expect(page.control(/^1 flag$/).getAttribute('href')).toBe('/adult/bnssg/flags?subject=day')
  })

  it('are narrowed by the address, which says what is left out', async () => {
    const page = await openServices([serviceView(), flagged], '?show=flagged')
    await page.shows('Day hospice')
    expect(page.offers('Night advice line')).toBe(false)
    expect(page.text()).toContain('With flags')
    await page.press('Clear all filters')
    await page.shows('Night advice line')
    await page.fill('Provider', 'hospice')
    expect(page.router.currentRoute.value.query).toEqual({ provider: 'hospice' })
    expect(page.offers('Day hospice')).toBe(false)
  })

  it('say what it means when there are none', async () => {
    const page = await openServices([])
    await page.shows('No services on record')
  })
})
