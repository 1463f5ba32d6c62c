import type { Audience, Service, ServiceChange } from '@workplan/domain'

type Hours = NonNullable<Service['hours']>
type Day = Service['reducedDays'][number]
type Mode = Service['modes'][number]

/** A service to try, as chosen and typed. What is left empty stays as it is. */
export interface ServiceTrial {
  hours: '' | 'always' | 'these' | 'not-given'
  days: string[]
  from: string
  to: string
  modes: string[]
  audience: string[]
  localities: string[]
  condition: '' | 'none' | 'this'
  conditionText: string
  queries: '' | 'settled'
  capacity: '' | 'yes' | 'no'
}

export function emptyServiceTrial(): ServiceTrial {
  return {
    hours: '',
    days: [],
    from: '',
    to: '',
    modes: [],
    audience: [],
    localities: [],
    condition: '',
    conditionText: '',
    queries: '',
    capacity: '',
  }
}

const EVERY_DAY: Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'bank-holiday']
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

/** The change that a trial asks about; or why it cannot be asked, in words. */
export function changeOfServiceTrial(trial: ServiceTrial): { change: ServiceChange } | { why: string } {
  const wrong = wrongWith(trial)
  if (wrong) return { why: wrong }
  const change: ServiceChange = {
    ...hoursOf(trial),
    ...(trial.modes.length > 0 && { modes: trial.modes as Mode[] }),
    ...(trial.audience.length > 0 && { audience: trial.audience as Audience[] }),
    ...(trial.localities.length > 0 && { localities: trial.localities, uncertainLocalities: [] }),
    ...(trial.condition !== '' && {
      conditional: trial.condition === 'none' ? null : trial.conditionText.trim(),
    }),
    ...(trial.queries === 'settled' && { queries: [] }),
    ...(trial.capacity !== '' && { capacityConcern: trial.capacity === 'yes' }),
  }
  return Object.keys(change).length > 0 ? { change } : { why: 'You have not changed anything yet.' }
}

function wrongWith({ hours, days, from, to, condition, conditionText }: ServiceTrial): string | null {
  if (condition === 'this' && conditionText.trim() === '') return 'Say on what it depends.'
  if (hours !== 'these') return null
  if (days.length === 0) return 'Choose at least one day.'
  const times = [from, to].map((time) => time.trim())
  return times.every((time) => CLOCK_TIME.test(time)) ? null : 'Enter both times as 09:00 or 17:30.'
}

function hoursOf({ hours, days, from, to }: ServiceTrial): ServiceChange {
  if (hours === 'not-given') return { hours: null, aroundTheClock: null }
  if (hours === 'always') return { hours: during(EVERY_DAY, '00:00', '24:00'), aroundTheClock: true }
  return hours === 'these' ? { hours: during(days as Day[], from.trim(), to.trim()) } : {}
}

function during(days: Day[], from: string, to: string): Hours {
  return [{ days, from, to }]
}
