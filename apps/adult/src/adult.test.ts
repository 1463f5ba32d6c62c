import { workstreamApp } from '@workplan/shell'
import { answer, exampleService, flagSummary, measure, openApp } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { adult } from './adult.ts'

function adultService() {
  const service = exampleService({})
  service.on('GET /api/programmes/bnssg/requirements', {
    items: [
      measure({
        id: 'ambitions.a1',
        kind: 'ambition',
        number: '1',
        title: 'Seen as an individual',
        parent: null,
        scored: false,
      }),
      measure({
        id: 'ambitions.1.1',
        kind: 'building-block',
        number: '1.1',
        parent: 'ambitions.a1',
        scored: false,
      }),
      measure({
        id: 'm.1',
        number: '1.1.2',
        title: 'Planning for adults',
        audience: ['adult'],
        parent: 'ambitions.1.1',
      }),
      measure({
        id: 'm.2',
        number: '1.1.4',
        title: 'Planning for all',
        parent: 'ambitions.1.1',
        answer: answer(null),
      }),
      measure({
        id: 'm.3',
        number: '1.1.1',
        title: 'Planning for children',
        audience: ['children'],
        parent: 'ambitions.1.1',
      }),
      measure({
        id: 'ambitions.a5',
        kind: 'ambition',
        number: '5',
        title: 'Staff are prepared',
        parent: null,
        scored: false,
      }),
    ],
    next: null,
  })
  service.on('GET /api/programmes/bnssg/flags', {
    items: [
      flagSummary({ id: 'a~a1', requirements: ['ambitions.a1'] }),
      flagSummary({ id: 'other~duty', subject: { kind: 'duty', id: 'd', title: 'A duty' } }),
    ],
    next: null,
    causes: [],
    total: 2,
  })
  return service
}

describe('ambitions for adults', () => {
  it('counts the measures that cover adults, and opens each count', async () => {
    adultService()
    const page = await openApp(workstreamApp(adult), '/bnssg/ambitions')
    await page.shows('1 ambition')
    expect(page.text()).not.toContain('Staff are prepared')
    expect(page.control('1 flag').getAttribute('href')).toBe('/adult/bnssg/flags?requirement=ambitions.a1')
    await page.press('1 of 2')
    await page.shows('Planning for adults')
    await page.shows('Planning for all')
    await page.shows('Not answered')
    expect(page.text()).not.toContain('Planning for children')
    expect(page.router.currentRoute.value.query).toEqual({ ambition: 'ambitions.a1' })
  })
})
