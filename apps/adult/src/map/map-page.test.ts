import { workstreamApp } from '@workplan/shell'
import { exampleService, flagSummary, openApp, problem, session } from '@workplan/shell/testing'
import type { ServiceView } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { adult } from '../adult.ts'
import { coverageView, placeWeek, run, serviceView } from '../testing/example-coverage.ts'

const MAP = 'GET /api/programmes/bnssg/coverage'

function mapService(...items: object[]) {
  const service = exampleService({})
  service.on(MAP, { items, next: null })
  return service
}

function openMap(query = '') {
  return openApp(workstreamApp(adult), `/bnssg/map${query}`)
}

const stretches = (page: { root: HTMLElement }) => [
  ...page.root.querySelectorAll<HTMLButtonElement>('[data-stretch]'),
]

describe('the round-the-clock map', () => {
  it('says first where and when nobody is there', async () => {
    mapService(coverageView())
    const page = await openMap()
    await page.shows('North: nobody, Monday 08:00 to Sunday 24:00 (160 hours a week)')
    await page.shows('South: nobody, at all hours (168 hours a week)')
    expect(page.text()).toContain('8 of 336 hours a week, all places added up, are covered for certain: 2.4%')
    expect(page.text()).toContain('covered 8 of 168 hours')
    await page.press('South: nobody, at all hours')
    await page.shows('South, Monday 00:00 to 24:00')
    expect(page.text()).toContain('No service on record works here at these hours.')
  })

  it('has a stretch for each day and state, said in words, and a table of the same hours', async () => {
    mapService(coverageView())
    const page = await openMap()
    await page.shows('2 places')
    const labels = stretches(page).map((button) => button.getAttribute('aria-label'))
    expect(labels).toHaveLength(15)
    expect(labels[0]).toBe('North, Monday 00:00 to 08:00: Covered')
    expect(labels[1]).toBe('North, Monday 08:00 to 24:00: Nobody')
    const rows = [...page.root.querySelectorAll('details tbody tr')].map((row) => row.textContent)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain('Monday 00:00 to 08:00')
    expect(rows[1]).toContain('Nobody')
  })

  it('opens what is behind some hours, and keeps them in the address', async () => {
    mapService(coverageView())
    const page = await openMap()
    await page.shows('2 places')
    await page.press('North, Monday 00:00 to 08:00: Covered')
    await page.shows('Somebody is there for the whole place')
    expect(page.router.currentRoute.value.query).toEqual({ hours: 'north~0' })
    const behind = page.root.querySelector('.behind a')
    expect(behind?.getAttribute('href')).toBe('/adult/bnssg/records/service/line')
    await page.press('Close these hours')
    expect(page.router.currentRoute.value.query).toEqual({})
  })

  it('is walked with the arrow keys; one stretch is in the tab order', async () => {
    mapService(coverageView())
    const page = await openMap()
    await page.shows('2 places')
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await new Promise((resolve) => setTimeout(resolve, 0))
      return document.activeElement?.getAttribute('aria-label')
    }
    stretches(page)[0]?.focus()
    expect(await press('ArrowRight')).toBe('North, Monday 08:00 to 24:00: Nobody')
    expect(await press('ArrowDown')).toBe('South, Monday 00:00 to 24:00: Nobody')
    expect(await press('End')).toBe('South, Sunday 00:00 to 24:00: Nobody')
    expect(await press('ArrowUp')).toBe('North, Sunday 00:00 to 24:00: Nobody')
    expect(await press('Home')).toBe('North, Monday 00:00 to 08:00: Covered')
    expect(stretches(page).filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  })

  it('leaves hours that nobody asks for blank', async () => {
    mapService(coverageView({ places: [placeWeek('north', 'North', [run(9, 17, 'covered', ['line'])])] }))
    const page = await openMap()
    await page.shows('covered 8 of 8 hours')
    expect(stretches(page)).toHaveLength(1)
    expect(page.text()).toContain('Every required hour is covered for certain in every place.')
  })

  it('sets what the papers say against the hours', async () => {
    const flags = [
      flagSummary({
        id: 'c~advice',
        rule: 'coverage-claim-contradicted',
        subject: { kind: 'coverage-requirement', id: 'advice', title: 'Advice' },
      }),
      flagSummary({
        id: 'l~m',
        title: 'Level 5 contradicted',
        subject: { kind: 'measure', id: 'm', title: 'Advice' },
      }),
    ]
    const measure = { id: 'm', kind: 'measure' as const, number: '3.3.2', title: 'Advice' }
    mapService(coverageView({ flags, answers: [{ id: 'a', measure, level: 5 }] }))
    const page = await openMap()
    await page.shows('no gap was identified. Contradicted 328 of 336 hours, all places added up')
    expect(page.control('level 5').getAttribute('href')).toBe('/adult/bnssg/records/answer/a')
    expect(page.control(/^Level 5 contradicted$/).getAttribute('href')).toContain('/flags/l')
  })

  it('moves to another requirement and to one place by the address', async () => {
    mapService(coverageView(), coverageView({ requirement: 'visits', title: 'Home visits' }))
    const page = await openMap('?requirement=visits&place=south')
    await page.shows('All 2 places')
    expect(page.field('What must be there').value).toBe('visits')
    expect(stretches(page)).toHaveLength(7)
    expect(page.text()).not.toContain('North: nobody')
    await page.fill('What must be there', 'advice')
    expect(page.router.currentRoute.value.query).toEqual({ requirement: 'advice', place: 'south' })
  })

  it('says what an empty map means, and what went wrong', async () => {
    const service = mapService()
    const empty = await openMap()
    await empty.shows('that is not the same as no gap')
    expect(empty.offers('See the services that are on record')).toBe(true)
    empty.close()
    service.on(MAP, problem(500, 'internal', 'The hours could not be added up.'))
    const failed = await openMap()
    await failed.shows('The hours could not be added up.')
  })
})

describe('what would close it', () => {
  const TRIAL = 'POST /api/programmes/bnssg/coverage/what-if'
  const FLAGS = 'POST /api/programmes/bnssg/what-if'

  it('shows the hours and flags that a change would close, and saves nothing', async () => {
    const service = mapService(coverageView())
    const always = [run(0, 168, 'covered', ['line'])]
    const { requirement, title, totals } = coverageView()
    service.on(TRIAL, {
      items: [
        {
          requirement,
          title,
          totals: { ...totals, inState: { ...totals.inState, covered: 336, nobody: 0 } },
          places: [placeWeek('north', 'North', always), placeWeek('south', 'South', always)],
        },
      ],
    })
    service.on(FLAGS, { cleared: [flagSummary()], raised: [], reopened: [], changed: [] })
    const page = await openMap('?try=line')
    await page.shows('What would close it?')
    await page.press('See what this would change')
    await page.shows('You have not changed anything yet.')
    expect(service.seen(TRIAL)).toHaveLength(0)
    await page.fill('Hours', 'always')
    await page.press('See what this would change')
    await page.shows('8 of 336 hours now, 336 with this change')
    expect(page.text()).toContain('South: nobody to covered, at all hours (168 hours, closed)')
    expect(page.text()).toContain('1 flag would clear. Nothing is saved yet.')
    expect(service.seen(TRIAL)[0]?.body).toMatchObject({
      service: 'line',
      change: { aroundTheClock: true },
    })
    expect(service.requests.every(({ method }) => method === 'GET' || method === 'POST')).toBe(true)
  })

  const PATCH = 'PATCH /api/programmes/bnssg/services/line'

  /** The map with a service to try, as somebody who may do this one thing. */
  async function openTrial(may: 'service.update' | 'programme.view') {
    const { requirement, title, totals, places } = coverageView()
    const service = exampleService({ session: session({ may: [may] }) })
    service.on(MAP, { items: [coverageView()], next: null })
    service.on(TRIAL, { items: [{ requirement, title, totals, places }] })
    service.on(FLAGS, { cleared: [], raised: [], reopened: [], changed: [] })
    const page = await openMap('?try=line')
    await page.shows('What would close it?')
    return { page, service }
  }

  async function see(page: Awaited<ReturnType<typeof openMap>>): Promise<void> {
    await page.press('See what this would change')
    await page.shows('No hour of this requirement would stand otherwise.')
  }

  const saved = (item: ServiceView) => ({ item, flags: { cleared: [], raised: [], reopened: [] } })

  it('saves the change for those who keep the service, and no one else', async () => {
    const reader = await openTrial('programme.view')
    await reader.page.fill('Concern about capacity', 'yes')
    await see(reader.page)
    expect(reader.page.offers('Save this change of the service')).toBe(false)
    reader.page.close()
    const { page, service } = await openTrial('service.update')
    service.on(PATCH, saved({ ...serviceView(), version: 2 }))
    await page.fill('Concern about capacity', 'yes')
    await see(page)
    await page.fill('Why', 'Told by the hospice')
    await page.press('Save this change of the service')
    await page.shows('Saved. No flags changed')
    expect(service.seen(PATCH)[0]?.body).toEqual({
      change: { capacityConcern: true },
      reason: 'Told by the hospice',
    })
    await page.press('Undo')
    await page.shows('Undone. No flags changed')
    expect(service.seen(PATCH)[1]?.body).toMatchObject({ change: { capacityConcern: false } })
  })

  it('shows both versions where somebody else changed the service first', async () => {
    const { page, service } = await openTrial('service.update')
    const current = { ...serviceView({ service: { conditional: 'A second nurse' } }), version: 7 }
    service.on(PATCH, problem(412, 'stale-version', 'Somebody changed it first.', { current }))
    await page.fill('Concern about capacity', 'yes')
    await page.fill('Does it depend on something?', 'this')
    await page.fill('On what', 'Volunteers')
    await see(page)
    await page.press('Save this change of the service')
    await page.shows('Somebody else changed this service while you were writing')
    await page.shows('Theirs, saved now: A second nurse')
    await page.press(/^Theirs, saved now: A second nurse/)
    service.on(PATCH, saved({ ...current, version: 8 }))
    await page.press('Save what I chose')
    await page.shows('Saved. No flags changed')
    expect(service.seen(PATCH)[1]?.body).toEqual({ change: { capacityConcern: true } })
    expect(service.seen(PATCH)[1]?.headers.get('if-match')).toBe('"7"')
  })

  it('forgets the hours when something else is chosen, and says what went wrong', async () => {
    const service = mapService(coverageView())
    const { requirement, title, totals, places } = coverageView()
    service.on(TRIAL, { items: [{ requirement, title, totals, places }] })
    service.on(FLAGS, { cleared: [], raised: [], reopened: [], changed: [] })
    const page = await openMap('?try=line')
    await page.shows('What would close it?')
    await page.fill('Hours', 'always')
    await page.press('See what this would change')
    await page.shows('No hour of this requirement would stand otherwise.')
    service.on(TRIAL, problem(422, 'invalid-input', 'There is no such place.'))
    await page.fill('Hours', 'not-given')
    expect(page.text()).not.toContain('No hour of this requirement')
    await page.press('See what this would change')
    await page.shows('There is no such place.')
  })
})
