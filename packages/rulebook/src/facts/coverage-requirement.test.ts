import type { CoverageRequirement, Service } from '@workplan/domain'
import { expect, it } from 'vitest'
import { coverageRequirementSubjects } from './coverage-requirement.ts'
import { contextWith, named } from './testing/state.ts'

function requirement(
  services: (Partial<Service> & { id: string })[],
  fields: Partial<CoverageRequirement> = {},
) {
  const subjects = coverageRequirementSubjects(
    contextWith({
      locality: [
        { id: 'north', name: 'North' },
        { id: 'south', name: 'South' },
      ],
      service: services,
      'coverage-requirement': [{ id: 'advice', ...fields }],
    }),
  )
  return named(subjects, 'advice')
}

it('adds up the hours of all places by how they stand, and names the places that fall short', () => {
  const always = { aroundTheClock: true }
  const { facts, records } = requirement([
    { id: 'a', ...always, localities: ['north'] },
    { id: 'b', ...always, localities: ['south'], conditional: 'staffing', hours: null },
    { id: 'c', localities: ['south'], hours: [{ days: ['mon'], from: '09:00', to: '17:00' }] },
    { id: 'd', localities: ['south'] },
  ])
  expect(facts).toMatchObject({
    hoursRequired: 336,
    hoursNotCovered: 160,
    percentCovered: 52.4,
    hoursConditional: 160,
    hoursWithNobody: 0,
    places: 2,
    placesNotCovered: ['South (160 of 168 hours: on a condition)'],
    services: 4,
    servicesWithoutHours: 1,
  })
  expect(records.map(({ id }) => id)).toEqual(['advice', 'a', 'b', 'c', 'd', 'north', 'south'])
})

it('says how the hours of a place fall short when they do so in several ways', () => {
  const services = [
    { id: 'a', localities: ['south'], hours: [{ days: ['mon' as const], from: null, to: null }] },
  ]
  expect(requirement(services).facts.placesNotCovered).toEqual([
    'North (168 of 168 hours: nobody recorded)',
    'South (168 of 168 hours: 24 unconfirmed, 144 nobody recorded)',
  ])
})

it('names the people that its duties cover and it leaves out', () => {
  expect(requirement([], { serves: ['duty.care'] })).toMatchObject({
    facts: { peopleNotCovered: ['children and young people'] },
    requirements: ['duty.care'],
  })
  expect(requirement([], { serves: ['duty.staff'] }).facts.peopleNotCovered).toEqual([])
})

it('says where certain cover rests on one provider, however many services it runs', () => {
  const always = { aroundTheClock: true }
  const { facts } = requirement([
    { id: 'a', ...always, localities: ['north'], provider: 'hospice' },
    { id: 'b', ...always, localities: ['north'], provider: 'hospice' },
    { id: 'c', ...always, localities: ['south'], title: 'Line' },
    { id: 'd', localities: ['south'], hours: [{ days: ['mon'], from: '09:00', to: '17:00' }] },
  ])
  expect(facts).toMatchObject({ hoursOnOneProvider: 328, providersAlone: ['hospice', 'Line'] })
})
