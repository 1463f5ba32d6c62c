import type { CoverageRequirement, Locality, Service } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { named, programmeWith } from '../testing/state.ts'
import { totalsOfPlace, totalsOfRequirement } from './totals.ts'
import { coverageOf } from './week-coverage.ts'

type Fields<Record> = Partial<Record> & { id: string }

const PLACES: Fields<Locality>[] = [
  { id: 'north', name: 'North' },
  { id: 'south', name: 'South' },
  { id: 'south.town', name: 'Town', within: 'south' },
  { id: 'south.parts', name: 'Parts of South', within: 'south', partial: true },
]

const ALL_DAY: Partial<Service> = { aroundTheClock: true, localities: ['north'] }

function coverageWith(
  services: Fields<Service>[],
  requirement: Partial<CoverageRequirement> = {},
  places: Fields<Locality>[] = PLACES,
) {
  const state = programmeWith({
    locality: places,
    service: services,
    'coverage-requirement': [{ id: 'advice', ...requirement }],
  })
  return coverageOf(named(state.records['coverage-requirement'], 'advice'), state)
}

function hoursAt(place: string, ...args: Parameters<typeof coverageWith>) {
  const places = coverageWith(...args).places.map((entry) => ({ id: entry.place.id, ...entry }))
  return totalsOfPlace(named(places, place)).inState
}

describe('places', () => {
  it('are those that lie in no other, unless the requirement names some', () => {
    const names = (requirement: Partial<CoverageRequirement>) =>
      coverageWith([], requirement).places.map(({ place }) => place.id)
    expect(names({})).toEqual(['north', 'south'])
    expect(names({ localities: ['south.town'] })).toEqual(['south.town'])
  })

  it('are covered by a service for a place they lie in', () => {
    const services = [{ id: 's', ...ALL_DAY, localities: ['south'] }]
    expect(hoursAt('south.town', services, { localities: ['south.town'] }).covered).toBe(168)
  })

  it('are covered in part by places inside them, however many', () => {
    const services = [
      { id: 'a', ...ALL_DAY, localities: ['south.town'] },
      { id: 'b', ...ALL_DAY, localities: ['south.parts'] },
    ]
    expect(hoursAt('south', services)).toMatchObject({ covered: 0, partly: 168, nobody: 0 })
    expect(hoursAt('north', services)).toMatchObject({ covered: 0, partly: 0, nobody: 168 })
  })

  it('survive localities that lie in each other', () => {
    const places = [
      { id: 'a', within: 'b' },
      { id: 'b', within: 'a' },
    ]
    const services = [{ id: 's', ...ALL_DAY, localities: ['b'] }]
    expect(hoursAt('a', services, { localities: ['a'] }, places).covered).toBe(168)
  })
})

describe('hours', () => {
  it('add up to the required ones, counted to the minute', () => {
    const services: Fields<Service>[] = [
      { id: 's', localities: ['north'], hours: [{ days: ['mon', 'tue'], from: '08:00', to: '18:30' }] },
    ]
    expect(hoursAt('north', services)).toMatchObject({ covered: 21, nobody: 147 })
  })

  it('count only where they are required', () => {
    const required: CoverageRequirement['required'] = [{ days: ['mon'], from: '09:00', to: '17:00' }]
    expect(hoursAt('north', [{ id: 's', ...ALL_DAY }], { required })).toMatchObject({ covered: 8, nobody: 0 })
  })

  it('of several services together fill a day', () => {
    const services: Fields<Service>[] = [
      { id: 'day', localities: ['north'], hours: [{ days: ['mon'], from: '07:00', to: '22:00' }] },
      { id: 'night', localities: ['north'], hours: [{ days: ['mon', 'sun'], from: '22:00', to: '07:00' }] },
    ]
    const required: CoverageRequirement['required'] = [{ days: ['mon'], from: '00:00', to: '24:00' }]
    expect(hoursAt('north', services, { required }).covered).toBe(24)
  })

  it('of a bank holiday are covered by a service that lists it or runs round the clock', () => {
    const required: CoverageRequirement['required'] = [{ days: ['bank-holiday'], from: '09:00', to: '17:00' }]
    const weekdays: Fields<Service> = {
      id: 's',
      localities: ['north'],
      hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
    }
    expect(hoursAt('north', [weekdays], { required }).nobody).toBe(8)
    expect(hoursAt('north', [{ id: 's', ...ALL_DAY }], { required }).covered).toBe(8)
  })

  it('that are not given cover nothing; days without times are unconfirmed', () => {
    expect(hoursAt('north', [{ id: 's', localities: ['north'] }]).nobody).toBe(168)
    const days: Fields<Service> = {
      id: 's',
      localities: ['north'],
      hours: [{ days: ['sat'], from: null, to: null }],
    }
    expect(hoursAt('north', [days])).toMatchObject({ unconfirmed: 24, nobody: 144 })
  })
})

describe('a service is counted apart', () => {
  it.each<[string, Partial<Service>, string]>([
    ['on a condition', { conditional: 'depends on staffing' }, 'conditional'],
    ['with an open statement', { queries: ['Gaps and resourcing'] }, 'unconfirmed'],
    ['with an uncertain place', { uncertainLocalities: ['north'], queries: ['North?'] }, 'unconfirmed'],
    ['without places', { localities: [], localitiesStated: false }, 'unconfirmed'],
    ['whose audience is not stated', { audience: [] }, 'unconfirmed'],
    ['for others', { audience: ['children'] }, 'nobody'],
  ])('%s', (_, fields, state) => {
    const hours = hoursAt('north', [{ id: 's', ...ALL_DAY, ...fields }])
    expect(hours).toMatchObject({ covered: 0, [state]: 168 })
  })

  it('by the ways it is given, when the requirement asks for some', () => {
    const modes: CoverageRequirement['modes'] = ['face-to-face']
    const given = (mode: Service['modes'][number]) =>
      hoursAt('north', [{ id: 's', ...ALL_DAY, modes: [mode] }], { modes })
    expect(given('face-to-face').covered).toBe(168)
    expect(given('not-stated').unconfirmed).toBe(168)
    expect(given('telephone').nobody).toBe(168)
  })

  it('for the place in question only, when its query is about another', () => {
    const service = {
      id: 's',
      ...ALL_DAY,
      localities: ['north', 'south'],
      uncertainLocalities: ['south'],
      queries: ['South?'],
    }
    expect(hoursAt('north', [service]).covered).toBe(168)
    expect(hoursAt('south', [service]).unconfirmed).toBe(168)
  })

  it('by the firmest service present, and a part on a condition is only conditional', () => {
    const part: Fields<Service> = { id: 'p', ...ALL_DAY, localities: ['south.town'], conditional: 'staffing' }
    expect(hoursAt('south', [part])).toMatchObject({ conditional: 168, partly: 0 })
    const both = [part, { id: 'q', ...ALL_DAY, localities: ['south'], queries: ['hours'] }]
    expect(hoursAt('south', both).conditional).toBe(168)
  })
})

it('gives spans with the services that make them so', () => {
  const [north] = coverageWith([
    { id: 's', localities: ['north'], hours: [{ days: ['mon'], from: '09:00', to: '17:00' }] },
  ]).places
  const spans = north?.spans.map(({ from, to, state, services }) => [from, to, state, services.length])
  expect(spans).toEqual([
    [0, 540, 'nobody', 0],
    [540, 1020, 'covered', 1],
    [1020, 10080, 'nobody', 0],
  ])
})

it('adds up the place-hours of a requirement', () => {
  const totals = totalsOfRequirement(coverageWith([{ id: 's', ...ALL_DAY }]))
  expect(totals).toMatchObject({ required: 336, percentCovered: 50 })
  expect(totalsOfRequirement(coverageWith([], {}, [])).percentCovered).toBeNull()
})
