import { expect, it } from 'vitest'
import { localitySubjects } from './locality.ts'
import { contextWith, named } from './testing/state.ts'

it('counts the services that work in a place, and counts under the duties they are for', () => {
  const subjects = localitySubjects(
    contextWith({
      locality: [
        { id: 'north', name: 'North' },
        { id: 'parts', name: 'Parts of North', within: 'north', partial: true },
      ],
      'coverage-requirement': [{ id: 'advice', serves: ['duty.care'] }],
      service: [{ id: 'line', localities: ['parts'] }],
    }),
  )
  expect(named(subjects, 'parts')).toMatchObject({
    title: 'Parts of North',
    audience: ['adult'],
    requirements: ['duty.care'],
    facts: { partial: true, services: 1 },
    records: [{ id: 'parts' }, { id: 'line' }],
  })
  expect(named(subjects, 'north').facts).toEqual({ partial: false, services: 0 })
})
