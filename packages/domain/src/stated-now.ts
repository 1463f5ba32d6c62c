import type { Basis } from './vocabulary.ts'

/** Once a person has set a field it is stated, whatever it was inferred from before. */
export function statedNow(basis: Basis | undefined, fields: readonly string[]): Basis | undefined {
  if (!basis) return undefined
  const kept = Object.entries(basis).filter(([field]) => !fields.includes(field))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
