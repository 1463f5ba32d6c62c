import type { Locality, Service } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { named, programmeWith } from '../testing/state.ts'
import { coverageInside } from './coverage-inside.ts'
import { totalsOfPlace } from './totals.ts'

type Fields<Record> = Partial<Record> & { id: string }

const PLACES: Fields<Locality>[] = [
  { id: 'south', name: 'South' },
  { id: 'south.town', name: 'Town', within: 'south' },
  { id: 'south.port', name: 'Port', within: 'south' },
  { id: 'south.parts', name: 'Parts of South', within: 'south', partial: true },
]

function inside(services: Fields<Service>[], places = PLACES) {
  const state = programmeWith({
    locality: places,
    service: services.map((service) => ({ aroundTheClock: true, ...service })),
    'coverage-requirement': [{ id: 'advice' }],
  })
  const requirement = named(state.records['coverage-requirement'], 'advice')
  return coverageInside(requirement, named(state.records.locality, 'south'), state)
}

function hoursAt(id: string, services: Fields<Service>[]) {
  const place = inside(services).find((entry) => entry.place.id === id)
  return place && totalsOfPlace(place).inState
}

describe('the places inside a place', () => {
  it('are those with a name, and the rest', () => {
    expect(inside([]).map(({ place }) => place.name)).toEqual(['Town', 'Port', 'South outside Town and Port'])
  })

  it('are none when nothing inside has a name', () => {
    const unnamed = PLACES.filter(({ id }) => id !== 'south.town' && id !== 'south.port')
    expect(inside([], unnamed)).toEqual([])
  })

  it('are covered by a service for all of the place', () => {
    expect(hoursAt('south.rest', [{ id: 's', localities: ['south'] }])).toMatchObject({ covered: 168 })
  })

  it('are each covered by their own services only', () => {
    const services = [{ id: 's', localities: ['south.town'] }]
    expect(hoursAt('south.town', services)).toMatchObject({ covered: 168 })
    expect(hoursAt('south.port', services)).toMatchObject({ nobody: 168 })
    expect(hoursAt('south.rest', services)).toMatchObject({ nobody: 168 })
  })

  it('are each in doubt where a service works in parts that are not named', () => {
    const services = [
      { id: 's', localities: ['south.parts'] },
      { id: 't', localities: ['south.town'] },
    ]
    expect(hoursAt('south.town', services)).toMatchObject({ covered: 168 })
    expect(hoursAt('south.port', services)).toMatchObject({ unconfirmed: 168 })
    expect(hoursAt('south.rest', services)).toMatchObject({ unconfirmed: 168 })
  })
})
