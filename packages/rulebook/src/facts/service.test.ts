import type { Service } from '@workplan/domain'
import { expect, it } from 'vitest'
import { serviceSubjects } from './service.ts'
import { contextWith, named } from './testing/state.ts'

function service(fields: Partial<Service>) {
  const subjects = serviceSubjects(
    contextWith({
      locality: [
        { id: 'north', name: 'North' },
        { id: 'parts', name: 'Parts of North', within: 'north', partial: true },
      ],
      'coverage-requirement': [{ id: 'advice', serves: ['duty.care'] }],
      service: [{ id: 's', ...fields }],
    }),
  )
  return named(subjects, 's')
}

it('lists what is to be confirmed, from its queries and its description', () => {
  expect(service({ queries: ['Hours'], description: 'A team of four (TBC)' }).facts).toMatchObject({
    openStatements: ['Hours', 'A team of four (TBC)'],
    openStatementsCount: 2,
  })
  expect(service({ description: 'A team of four' }).facts.openStatementsCount).toBe(0)
})

it('takes opening times that no clock allows for open, once', () => {
  expect(service({ hoursAsStated: '27/4' }).facts.openStatements).toEqual(["opening times '27/4'"])
  expect(service({ hoursAsStated: '27/4', queries: ['27/4: a misprint?'] }).facts.openStatementsCount).toBe(1)
  expect(service({ hoursAsStated: '24/7' }).facts.openStatementsCount).toBe(0)
})

it('reads shortage, and cover by one person, from its words', () => {
  expect(service({ capacity: 'Long waiting list' }).facts.capacityConcern).toBe(true)
  expect(service({ capacityConcern: true }).facts.capacityConcern).toBe(true)
  expect(service({ hoursAsStated: 'Round the clock; one nurse overnight' }).facts).toMatchObject({
    capacityConcern: false,
    restsOnOnePerson: true,
  })
})

it('names the days on which fewer people are there', () => {
  expect(service({ reducedDays: ['sat', 'bank-holiday'] }).facts).toMatchObject({
    reducedDays: ['Saturdays', 'bank holidays'],
    reducedDaysCount: 2,
  })
})

it('says whether hours are given; a day without times is none', () => {
  expect(service({}).facts).toMatchObject({ hoursStated: false, daysWithoutTimes: 0 })
  expect(service({ aroundTheClock: true }).facts.hoursStated).toBe(true)
  const weekend = { days: ['sat' as const, 'sun' as const], from: null, to: null }
  expect(service({ hours: [weekend] }).facts).toMatchObject({ hoursStated: false, daysWithoutTimes: 2 })
  const monday = { days: ['mon' as const], from: '09:00', to: '17:00' }
  expect(service({ hours: [monday, weekend] }).facts.hoursStated).toBe(true)
})

it('names places of which it covers an unnamed part', () => {
  expect(service({ localities: ['north', 'parts'] }).facts).toMatchObject({
    placesStated: true,
    partPlaces: ['Parts of North'],
    partPlacesCount: 1,
  })
  expect(service({ localitiesStated: false }).facts.placesStated).toBe(false)
})

it('counts under the duties of the coverage requirements it meets, and is shown to all when it serves nobody by name', () => {
  expect(service({ conditional: 'staffing', audience: [] })).toMatchObject({
    audience: ['all'],
    requirements: ['duty.care'],
    facts: { meetsRequirements: 1, isConditional: true, condition: 'staffing', audienceStated: false },
  })
})
