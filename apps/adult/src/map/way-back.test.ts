import { changeService } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { serviceView } from '../testing/example-coverage.ts'
import { wayBack } from './way-back.ts'

const { service } = serviceView({ service: { aroundTheClock: true, hours: null, hoursAsStated: null } })
const hours = [{ days: ['mon' as const], from: '09:00', to: '17:00' }]

describe('the way back of a change of a service', () => {
  it('leads to the service as it was', () => {
    const change = { hours, conditional: 'depends on staffing' }
    const back = wayBack(service, change)
    expect(back && changeService(changeService(service, change), back)).toEqual(service)
  })

  it('is not offered where words of the papers would be lost', () => {
    expect(wayBack({ ...service, hoursAsStated: 'evenings' }, { hours })).toBeNull()
    expect(wayBack({ ...service, localitiesStated: false }, { localities: [] })).toBeNull()
    expect(wayBack({ ...service, hoursAsStated: 'evenings' }, { queries: [] })).toEqual({
      queries: service.queries,
    })
  })
})
