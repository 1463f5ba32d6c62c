import type { Claim, Day, OpeningHours, PlanQuarter, Source } from '@workplan/domain'
import { codeInWords } from './field-words.ts'
import type { RecordIndex } from './record-index.ts'

/** `BNSSG self-assessment workbook, measure 1.1.3`. */
export function sourceInWords({ document, section }: Source): string {
  return section === undefined ? document : `${document}, ${section}`
}

/** `Quarter 1 of 2023-24`; a quarter without a year says so. */
export function quarterInWords({ label, year }: PlanQuarter): string {
  const quarter = label === 'Q3+' ? 'Quarter 3 or later' : `Quarter ${label.slice(1)}`
  return year === null ? `${quarter}, year not stated` : `${quarter} of ${year}`
}

/** `Monday to Friday, 09:00 to 17:00`; a time that was not given is said to be missing. */
export function hoursInWords({ days, from, to }: OpeningHours): string {
  const times =
    from === null && to === null
      ? 'times not stated'
      : `${from ?? 'start not stated'} to ${to ?? 'end not stated'}`
  return `${daysInWords(days)}, ${times}`
}

const WEEK: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function daysInWords(days: readonly Day[]): string {
  const sorted = WEEK.filter((day) => days.includes(day))
  const first = sorted[0]
  const last = sorted.at(-1)
  const runs = first && last && WEEK.indexOf(last) - WEEK.indexOf(first) === sorted.length - 1
  const names = sorted.map(dayName)
  const week =
    sorted.length === 7
      ? ['every day']
      : runs && sorted.length > 2
        ? [`${dayName(first)} to ${dayName(last)}`]
        : names
  return [...week, ...(days.includes('bank-holiday') ? ['bank holidays'] : [])].join(', ')
}

function dayName(day: Day): string {
  return codeInWords('service', 'reducedDays', day)
}

/** How a published figure can be checked, in words. */
export function claimCheckInWords(check: Claim['check'], index: RecordIndex): string {
  if (check === null) return 'Cannot be checked against the records'
  if (check.kind === 'percent-at-level')
    return `Percentages at each level of ${index.titleOf(check.ambition)}`
  if (check.kind === 'parts-and-total')
    return `${listedFigures(check.parts)} should add up to ${figureName(check.total)}`
  if (check.kind === 'mostly-at-level') return `Most measures should stand at level ${check.level}`
  const given = check.given ?? 'no letter'
  const fits = check.textSuggests ?? 'no letter'
  return `The letter given is ${given}; the text fits ${fits}`
}

function listedFigures(names: readonly string[]): string {
  return names.map(figureName).join(' and ')
}

/** Named values in one line: `level 3: 52.6, level 3 and above: 57.9`, `children: 345,000`. */
export function figuresInWords(figures: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${figureName(name)}: ${figureValue(value)}`)
    .join(', ')
}

/** Figures of a level are named by its digit, the others as one word: `level3AndAbove`. */
function figureName(name: string): string {
  if (/^\d$/.test(name)) return `level ${name}`
  const words = name.replace(/([a-z])([A-Z0-9])/g, '$1 $2').replace(/(\d)([A-Z])/g, '$1 $2')
  return words.toLowerCase()
}

function figureValue(value: string | number | boolean | null): string {
  if (typeof value === 'number') return numberInWords(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value ?? 'not stated'
}

/** Thousands grouped and every decimal kept: `3,683,000`, `52.6`. */
export function numberInWords(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 20 })
}
