import type { ComparedValue } from '@workplan/domain'
import type { Operator } from '../rule/operators.ts'

type Test = (found: ComparedValue, needed: ComparedValue) => boolean

/** The operators on known values. The loader has seen to it that both sides are of the types these casts say. */
const TESTS: Readonly<Record<Operator, Test>> = {
  equal: (found, needed) => found === needed,
  notEqual: (found, needed) => found !== needed,
  lessThan: (found, needed) => (found as number) < (needed as number),
  lessThanInclusive: (found, needed) => (found as number) <= (needed as number),
  greaterThan: (found, needed) => (found as number) > (needed as number),
  greaterThanInclusive: (found, needed) => (found as number) >= (needed as number),
  in: (found, needed) => (needed as string[]).includes(found as string),
  notIn: (found, needed) => !(needed as string[]).includes(found as string),
  contains: (found, needed) => (found as string[]).includes(needed as string),
  doesNotContain: (found, needed) => !(found as string[]).includes(needed as string),
}

/** How an operator compares two known values, as json-rules-engine does. */
export function testOf(operator: Operator): Test {
  return TESTS[operator]
}
