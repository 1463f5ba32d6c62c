import type { ContractStatement, ContractTerm } from '@workplan/domain'

/** What each term of a contract asks, in words. */
export const termWords: Record<ContractTerm, string> = {
  holder: 'Who holds the contracts',
  type: 'Type of contract',
  term: 'How long they run',
  'funding-basis': 'Funding basis',
  'risk-share': 'Risk share',
  uplift: 'Uplift',
  value: 'Value',
}

const ABOUT: Record<string, string> = {
  adult: 'Adults',
  children: 'Children and young people',
  upliftUndated: 'Date not stated',
  april2023: 'From April 2023',
}

/** 'Adults, 2022-23: £3,683,000'; 'From April 2023: 1.8%'; 'No'. */
export function saidInWords({ value, unit, about, year }: ContractStatement['said'][number]): string {
  const when = [about && (ABOUT[about] ?? about), year].filter(Boolean).join(', ')
  return [when, valueInWords(value, unit)].filter(Boolean).join(': ')
}

function valueInWords(
  value: string | number | boolean,
  unit: ContractStatement['said'][number]['unit'],
): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') return value.charAt(0).toUpperCase() + value.slice(1)
  const number = value.toLocaleString('en-GB')
  if (unit === 'pounds') return `£${number}`
  return unit === 'percent' ? `${number}%` : number
}
