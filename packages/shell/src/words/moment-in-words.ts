import { formatPartialDate } from '@workplan/domain'

/** A moment in words, in the reader's own time: `22 November 2026 at 9:05am`. */
export function momentInWords(moment: string): string {
  const at = new Date(moment)
  const date = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  const hour = at.getHours()
  const minutes = String(at.getMinutes()).padStart(2, '0')
  return `${formatPartialDate(date)} at ${hour % 12 || 12}:${minutes}${hour < 12 ? 'am' : 'pm'}`
}
