import { isProblem } from '../api/api-problem.ts'
import type { WhoWasFirst } from './contested-field.ts'

/** Who changed the record first, as the refusal of a stale version says it; null where it does not say. */
export function whoWasFirst(error: unknown): WhoWasFirst {
  return isProblem(error, 'stale-version') ? error.changed : null
}
