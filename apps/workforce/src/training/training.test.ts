import { workstreamApp } from '@workplan/shell'
import { exampleService, openApp, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { workforce } from '../workforce.ts'
import { needInWords } from './training-words.ts'

const TRAINING = 'GET /api/programmes/bnssg/training'
const NO_FLAGS = { cleared: [], raised: [], reopened: [] }
const source = { document: 'Workplan' }

function need(id: string, record: object) {
  const empty = { staffGroup: 'Community nurses', level: 'core', needed: null, trained: null, asOf: null }
  return {
    kind: 'training-need',
    version: 2,
    mayUpdate: true,
    record: { id, source, ...empty, state: 'current', ...record },
  }
}

const offer = {
  kind: 'training-offer',
  version: 1,
  mayUpdate: true,
  record: {
    id: 'offer',
    source,
    title: 'ReSPECT Plus',
    givenBy: null,
    staffGroups: ['Paramedics'],
    level: null,
    places: null,
    state: 'not-known',
  },
}

function openReadiness(training: object, query = '') {
  const service = exampleService({ session: session({ roles: ['workstream-lead'] }) })
  service.on('GET /api/programmes/bnssg/requirements', { items: [], next: null })
  service.on('GET /api/programmes/bnssg/flags', { items: [], next: null, causes: [], total: 0 })
  service.on(TRAINING, { needs: [], offers: [], mayAdd: true, ...training })
  return { service, opened: openApp(workstreamApp(workforce), `/bnssg/readiness${query}`) }
}

describe('how a need stands', () => {
  const words = (record: object) => needInWords(need('n', record).record as never)

  it.each([
    [{}, 'Not known'],
    [{ needed: 120 }, '120 need it; not known how many are trained'],
    [{ trained: 5, asOf: '2023-02' }, '5 trained; not known how many need it, as on February 2023'],
    [{ needed: 30, trained: 0, asOf: '2023' }, '0 of 30 trained, as on 2023'],
    [{ needed: 0 }, 'Nobody needs it'],
  ])('%j is %s', (record, expected) => {
    expect(words(record)).toBe(expected)
  })
})

describe('training', () => {
  it('has staff groups down and levels across, the offers beside; what is blank is not nought', async () => {
    const { opened } = openReadiness({
      needs: [need('a', { needed: 80, trained: 64, asOf: '2023' }), need('b', { level: 'advanced' })],
      offers: [offer],
    })
    const page = await opened
    await page.shows('64 of 80 people are trained, counted where both numbers are known')
    await page.shows('For 1 need of 2 a number is not known.')
    const rows = [...page.root.querySelectorAll('table')][0]?.querySelectorAll('tbody tr') ?? []
    const cells = [...rows].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim()),
    )
    expect(cells[0]?.slice(0, 4)).toEqual([
      'Community nurses',
      expect.stringContaining('64 of 80 trained, as on 2023'),
      'Nothing on record',
      expect.stringContaining('Not known'),
    ])
    expect(cells[1]).toEqual([
      'Paramedics',
      'Nothing on record',
      'Nothing on record',
      'Nothing on record',
      'ReSPECT Plus',
    ])
  })

  it('is changed from the version that was seen, and can be emptied to not known', async () => {
    const { service, opened } = openReadiness(
      { needs: [need('a', { needed: 80, trained: 64, asOf: '2023' })] },
      '?need=a',
    )
    const PATCH = 'PATCH /api/programmes/bnssg/arrangements/a'
    service.on(PATCH, { item: need('a', {}), flags: NO_FLAGS })
    const page = await opened
    await page.shows('Take out this training need')
    await page.fill('People trained', 'some')
    await page.press('Save')
    await page.shows('People trained must be a number, such as 12')
    await page.fill('People trained', '')
    await page.press('Save')
    await page.shows('Saved. No flags changed')
    expect(service.seen(PATCH)).toHaveLength(1)
    expect(service.seen(PATCH)[0]?.headers.get('if-match')).toBe('"2"')
    expect(service.seen(PATCH)[0]?.body).toEqual({ kind: 'training-need', change: { trained: null } })
  })

  it('is taken out, with a way back', async () => {
    const { service, opened } = openReadiness({ needs: [need('a', {})] }, '?need=a')
    const PATCH = 'PATCH /api/programmes/bnssg/arrangements/a'
    service.on(PATCH, { item: { ...need('a', {}), version: 3 }, flags: NO_FLAGS })
    const page = await opened
    await page.shows('Take out this training need')
    await page.press('Take out this training need')
    await page.shows('Taken out. No flags changed')
    await page.press('Undo')
    await page.shows('Undone. No flags changed')
    const changes = service.seen(PATCH).map(({ body }) => (body as { change: object }).change)
    expect(changes).toEqual([{ state: 'withdrawn' }, { state: 'current' }])
  })

  it('says that no number is known where the papers give none; a reader is not asked to add one', async () => {
    const { opened } = openReadiness({ mayAdd: false })
    const page = await opened
    await page.shows('It is not known: it is not nought.')
    await page.shows('The papers name no training by its title.')
    expect(page.offers('Add a training need')).toBe(false)
  })
})
