import type { Sort } from '@workplan/ui'

/** The order that an address asks for: `due`, or `-due` the other way round. */
export function sortFrom(text: string | undefined): Sort | null {
  if (!text) return null
  return text.startsWith('-')
    ? { key: text.slice(1), direction: 'descending' }
    : { key: text, direction: 'ascending' }
}

/** The order as an address carries it. */
export function sortText(sort: Sort | null): string | undefined {
  return sort ? `${sort.direction === 'descending' ? '-' : ''}${sort.key}` : undefined
}
