import { isAtRisk } from '../home/duties-at-risk.ts'
import type { DutyLine, Lens } from './duty-lines.ts'

/** Which lines of the map to show. */
export const DUTY_SHOWS = [
  { value: 'all', text: 'All' },
  { value: 'at-risk', text: 'At risk: high or medium flags, or no live work' },
  { value: 'high', text: 'With high flags' },
  { value: 'no-live-work', text: 'Without live work' },
  { value: 'blank', text: 'With nothing recorded' },
] as const

export type DutyShow = (typeof DUTY_SHOWS)[number]['value']

export const LENSES: readonly { value: Lens; text: string }[] = [
  { value: 'everyone', text: 'Everyone' },
  { value: 'adult', text: 'Adults' },
  { value: 'children', text: 'Children' },
  { value: 'workforce', text: 'Workforce' },
]

/** The lens named in an address; everyone when it names none. */
export function lensOf(value: string | undefined): Lens {
  return LENSES.find((lens) => lens.value === value)?.value ?? 'everyone'
}

/** What to show as named in an address; everything when it names nothing. */
export function dutyShowOf(value: string | undefined): DutyShow {
  return DUTY_SHOWS.find((show) => show.value === value)?.value ?? 'all'
}

/** Whom the lens looks at, for the middle of a sentence: `children`; empty for everyone. */
export function lensInWords(lens: Lens): string {
  return lens === 'everyone' ? '' : (LENSES.find(({ value }) => value === lens)?.text.toLowerCase() ?? lens)
}

/** The lines that the choice lets through. */
export function filterDutyLines(lines: readonly DutyLine[], show: DutyShow): DutyLine[] {
  return lines.filter((line) => isShown(line, show))
}

function isShown({ row, blank }: DutyLine, show: DutyShow): boolean {
  switch (show) {
    case 'all':
      return true
    case 'at-risk':
      return isAtRisk(row)
    case 'high':
      return row.worstSeverity === 'high'
    case 'no-live-work':
      return row.liveTasks === 0
    case 'blank':
      return blank
  }
}
