import type { Noun } from './column.ts'

/** How many rows there are and how many filters hide: '23 tasks, 40 hidden by filters'. */
export function describeRows(shown: number, hidden: number, noun: Noun): string {
  const rows = `${shown.toLocaleString('en-GB')} ${shown === 1 ? noun.one : noun.many}`
  return hidden > 0 ? `${rows}, ${hidden.toLocaleString('en-GB')} hidden by filters` : rows
}
