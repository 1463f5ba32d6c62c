/** A number as people type it, with or without commas between thousands and a percent sign; null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace(/%$/, '').replaceAll(',', '').trim()
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** A number as it stands in a field; nothing for null. */
export function numberText(value: number | null): string {
  return value === null ? '' : String(value)
}
