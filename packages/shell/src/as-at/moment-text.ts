import { formatPartialDate, isRealDate, type AsAt } from '@workplan/domain'
import { momentInWords } from '../words/moment-in-words.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A moment that was asked for, after the word 'on': a day counts to its end. The text itself when it is no moment. */
export function asAtInWords(moment: AsAt): string {
  if (DAY.test(moment)) return isRealDate(moment) ? `${formatPartialDate(moment)}, at its end` : moment
  return Number.isNaN(Date.parse(moment)) ? moment : momentInWords(moment)
}

/** What is typed of a moment: a date, and a time of day in the reader's own time or nothing for the whole day. */
export interface MomentDraft {
  day: string | null
  time: string
}

/** What was typed, or is in an address, as the fields of a form. */
export function momentDraftOf(moment: AsAt | undefined): MomentDraft {
  if (moment === undefined) return { day: null, time: '' }
  if (DAY.test(moment)) return { day: moment, time: '' }
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return { day: null, time: '' }
  const two = (part: number) => String(part).padStart(2, '0')
  return {
    day: [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-'),
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}

/** The moment that was typed, or what is wrong with it in words. */
export function readMoment({ day, time }: MomentDraft, now: Date): { moment: AsAt } | { problem: string } {
  if (day === null) return { problem: 'Enter a date, such as 3 3 2024' }
  const given = time.trim()
  const parts = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(given)
  if (given !== '' && !parts) return { problem: 'Enter a time such as 14:00, or leave it empty' }
  const hour = parts ? (parts[1] ?? '').padStart(2, '0') : '00'
  const at = new Date(`${day}T${hour}:${parts?.[2] ?? '00'}:00`)
  if (at > now) return { problem: 'Enter a date and time in the past: nothing is known of the future yet' }
  return { moment: parts ? at.toISOString() : day }
}
