import { addDays, daysBetween, type DigestChoice, type IsoDate } from '@workplan/domain'
import { dayInEngland } from '../store/today.ts'

/** E-mails go out from seven in the morning in England. */
const FIRST_HOUR = 7

const A_MONDAY = '2024-01-01'

const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
})

type Rhythm = Pick<DigestChoice, 'frequency' | 'weekday'>

/** What somebody gets who has not chosen. */
export const DEFAULT_CHOICE: DigestChoice = { frequency: 'weekly', weekday: 1, address: null }

/** The latest day whose e-mail is to be sent at that moment; null for somebody who wants none. */
export function slotAt({ frequency, weekday }: Rhythm, now: Date): IsoDate | null {
  const today = dayInEngland(now)
  const begun = Number(hours.format(now)) >= FIRST_HOUR ? today : addDays(today, -1)
  if (frequency === 'never') return null
  return frequency === 'daily' ? begun : addDays(begun, -((weekdayOf(begun) - weekday + 7) % 7))
}

/** The day of the next e-mail after that moment; null for somebody who wants none. */
export function nextSlot(rhythm: Rhythm, now: Date): IsoDate | null {
  const last = slotAt(rhythm, now)
  return last && addDays(last, rhythm.frequency === 'daily' ? 1 : 7)
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(day: IsoDate): number {
  return (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) + 1
}
