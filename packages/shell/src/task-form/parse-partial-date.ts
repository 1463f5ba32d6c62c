import { isRealDate, type PartialDate } from '@workplan/domain'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date as people write it: `30 April 2023`, `30/4/2023`, `2023-04-30`, or no more than is known: `April 2023`, `2023-04`,
 * `2023`. Null when it is none of these or not in the calendar.
 */
export function parsePartialDate(text: string): PartialDate | null {
  const words = text.trim().toLowerCase()
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(words)
  if (iso) return assemble(iso[1], iso[2], iso[3])
  const named = /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(\d{4})$/.exec(words)
  if (named) return assemble(named[3], monthNumber(named[2]), named[1])
  const slashed = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(words)
  return slashed ? assemble(slashed[3], slashed[2], slashed[1]) : null
}

function monthNumber(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3)) + 1)
}

function assemble(year = '', month?: string, day?: string): PartialDate | null {
  const parts = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))
  const date = [year, ...parts].join('-')
  return isRealDate(`${date}${'-01'.repeat(2 - parts.length)}`) ? date : null
}
