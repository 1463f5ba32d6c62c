import type { Facts } from '../../src/evaluator/facts.ts'
import * as assessment from './assessment.ts'
import * as requirements from './requirements.ts'
import * as services from './services.ts'
import * as work from './work.ts'

const PREDICATES: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...[work, requirements, assessment, services].flatMap((area) => Object.values(area)),
)

/** Every rule written out by hand, by id. */
export const handWrittenRules: readonly string[] = Object.keys(PREDICATES)

/** A rule written out by hand; it is only ever given facts of the kind of subject that the rule is about. */
export function handWritten(rule: string): ((facts: Facts) => boolean) | undefined {
  return PREDICATES[rule] as ((facts: Facts) => boolean) | undefined
}
