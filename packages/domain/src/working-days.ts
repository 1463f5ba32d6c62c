import { addDays, type IsoDate } from './dates.ts'

/** Working days within which a freedom of information request is answered (Freedom of Information Act 2000, section 10). */
export const FOI_WORKING_DAYS = 20

/** The day that many working days after `date`. Saturdays and Sundays do not count; bank holidays are counted as if they did. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  let day = date
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (!isWeekend(day)) left -= 1
  }
  return day
}

function isWeekend(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
