import { describe, expect, it } from 'vitest'
import { serviceView } from '../testing/example-coverage.ts'
import { contestedService, keptOfChange } from './contested-service.ts'

const base = { ...serviceView().service, aroundTheClock: null, hours: null, hoursAsStated: 'In office hours' }
const weekdays = { days: ['mon' as const, 'tue' as const], from: '09:00', to: '17:00' }
const placeName = (id: string) => id.toUpperCase()

describe('a service that two people changed', () => {
  it('shows in words what the change touches, and nothing else', () => {
    const now = { ...base, aroundTheClock: true, capacityConcern: true }
    const change = { hours: [weekdays], localities: ['north'], uncertainLocalities: [] }
    expect(contestedService(change, { base, now, placeName })).toMatchObject([
      {
        label: 'Hours',
        base: 'In office hours',
        mine: 'Monday, Tuesday: 09:00 to 17:00',
        theirs: 'Round the clock',
      },
      { label: 'Places it serves', mine: 'NORTH' },
    ])
  })

  it('keeps of the change what was chosen, hours with what says that it runs round the clock', () => {
    const change = { hours: [weekdays], aroundTheClock: false, capacityConcern: true }
    expect(keptOfChange(change, ['hours'])).toEqual({ hours: [weekdays], aroundTheClock: false })
    expect(keptOfChange(change, ['capacityConcern'])).toEqual({ capacityConcern: true })
    expect(keptOfChange(change, [])).toBeNull()
  })
})
