const titles = new Intl.Collator('en-GB', { numeric: true })

/** The order of titles; numbers inside them count as numbers. Much quicker over thousands than `localeCompare`. */
export function compareTitles(one: string, other: string): number {
  return titles.compare(one, other)
}

/** The order of days as they are written in ISO 8601, the earliest first. */
export function compareDays(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
