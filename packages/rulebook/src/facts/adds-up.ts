/** What some parts come to, against the whole that they should make. */
export interface AddsUp {
  total: number
  /** How far the total is from the whole; 0 when rounding explains it. */
  offBy: number
}

/** Adds up parts that were each rounded to steps of `step` (1 for whole numbers, 0.1 for one decimal, 0 for exact ones). */
export function addsUp(parts: readonly number[], whole: number, step: number): AddsUp {
  const total = tidy(parts.reduce((sum, part) => sum + part, 0))
  const difference = Math.abs(tidy(whole - total))
  return { total, offBy: difference <= (step / 2) * parts.length ? 0 : difference }
}

/** Takes away what binary fractions add to sums of decimals. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000
}
