import { expect, it } from 'vitest'
import { changeService } from './change-service.ts'
import { Service } from './records/coverage.ts'
import { ServiceChange } from './service-change.ts'

const service = Service.parse({
  id: 'a.service',
  source: { document: 'Test' },
  title: 'Advice line',
  provider: null,
  hostProvider: null,
  meets: [],
  audience: [],
  localities: [],
  localitiesStated: false,
  uncertainLocalities: [],
  hours: null,
  hoursAsStated: 'round the clock',
  aroundTheClock: true,
  reducedDays: [],
  modes: [],
  settings: [],
  users: [],
  conditional: 'depends on staffing',
  queries: ['Which hours?'],
  capacity: null,
  beds: null,
  capacityConcern: false,
  description: null,
  basis: { conditional: { kind: 'inferred' } },
})

it('a service with new hours runs in those hours, whatever the papers said in words', () => {
  const hours = [{ days: ['mon' as const], from: '09:00', to: '17:00' }]
  expect(changeService(service, { hours })).toMatchObject({
    hours,
    hoursAsStated: null,
    aroundTheClock: false,
  })
  expect(changeService(service, { hours: null }).aroundTheClock).toBeNull()
  expect(changeService(service, { hours, aroundTheClock: true }).aroundTheClock).toBe(true)
})

it('places and conditions that are set are stated', () => {
  expect(changeService(service, { localities: ['a.place'] }).localitiesStated).toBe(true)
  expect(changeService(service, { conditional: null })).toMatchObject({
    conditional: null,
    aroundTheClock: true,
    basis: undefined,
  })
})

it('a change of nothing, or of what does not exist, is refused', () => {
  expect(ServiceChange.safeParse({}).success).toBe(false)
  expect(ServiceChange.safeParse({ hours: [{ days: [], from: null, to: null }] }).success).toBe(false)
  expect(ServiceChange.safeParse({ provider: 'a.provider' }).success).toBe(false)
})
