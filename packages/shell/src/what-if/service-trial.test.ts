import { describe, expect, it } from 'vitest'
import { changeOfServiceTrial, emptyServiceTrial, type ServiceTrial } from './service-trial.ts'

function asked(trial: Partial<ServiceTrial>) {
  return changeOfServiceTrial({ ...emptyServiceTrial(), ...trial })
}

describe('a service to try', () => {
  it.each<[Partial<ServiceTrial>, object]>([
    [{ hours: 'not-given' }, { hours: null, aroundTheClock: null }],
    [
      { hours: 'these', days: ['sat', 'sun'], from: '09:00', to: ' 24:00' },
      { hours: [{ days: ['sat', 'sun'], from: '09:00', to: '24:00' }] },
    ],
    [{ modes: ['telephone'] }, { modes: ['telephone'] }],
    [{ audience: ['children'] }, { audience: ['children'] }],
    [{ localities: ['a'] }, { localities: ['a'], uncertainLocalities: [] }],
    [{ condition: 'none', conditionText: 'left over' }, { conditional: null }],
    [{ condition: 'this', conditionText: ' staffing ' }, { conditional: 'staffing' }],
    [{ queries: 'settled' }, { queries: [] }],
    [{ capacity: 'no' }, { capacityConcern: false }],
  ])('asks about what was chosen and nothing else: %j', (trial, change) => {
    expect(asked(trial)).toEqual({ change })
  })

  it('round the clock is every hour of every day, bank holidays included', () => {
    expect(asked({ hours: 'always' })).toEqual({
      change: {
        hours: [
          {
            days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'bank-holiday'],
            from: '00:00',
            to: '24:00',
          },
        ],
        aroundTheClock: true,
      },
    })
  })

  it.each<[Partial<ServiceTrial>, string]>([
    [{}, 'You have not changed anything yet.'],
    [{ hours: 'these', from: '09:00', to: '17:00' }, 'Choose at least one day.'],
    [{ hours: 'these', days: ['mon'], from: '9', to: '17:00' }, 'Enter both times as 09:00 or 17:30.'],
    [{ condition: 'this' }, 'Say on what it depends.'],
  ])('says why it cannot be asked: %j', (trial, why) => {
    expect(asked(trial)).toEqual({ why })
  })
})
