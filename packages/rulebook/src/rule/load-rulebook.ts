import type { Rulebook } from './rule.ts'

/** The rules of this package, read from their folders once. */
export function loadRulebook(): Rulebook {
  return { rules: [] }
}
