import type { Service } from '@workplan/domain'

type Day = Service['reducedDays'][number]
type Mode = Service['modes'][number]

/** The days of opening hours, in the order of a week. */
export const dayWords: Record<Day, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
  'bank-holiday': 'Bank holidays',
}

/** How a service is given. */
export const modeWords: Record<Mode, string> = {
  telephone: 'By telephone',
  video: 'By video',
  'face-to-face': 'Face to face',
  'home-visit': 'At home',
  'not-stated': 'Not stated',
}
