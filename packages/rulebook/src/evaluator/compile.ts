import type { FactValue } from '@workplan/domain'
import type { Operator } from '../rule/operators.ts'
import type { Condition, LeafCondition } from '../rule/rule.ts'
import type { Truth } from './verdict.ts'

export type Facts = Readonly<Record<string, FactValue | undefined>>

/** A condition as a function of the facts. */
export type Compiled = (facts: Facts) => Truth

/**
 * Compiles conditions to closures, once. While every fact is known the outcome is that of json-rules-engine. Where a
 * fact is not known the two differ on purpose: the engine would answer no to `lessThan` and yes to `notEqual`; here the
 * comparison cannot be said, and all, any and not combine by Kleene's three-valued logic: one no settles an `all` and
 * one yes an `any`, whatever is not known beside it.
 */
export function compile(condition: Condition): Compiled {
  if ('all' in condition) return compileAll(condition.all.map(compile))
  if ('any' in condition) return compileAny(condition.any.map(compile))
  if ('not' in condition) {
    const inner = compile(condition.not)
    return (facts) => {
      const truth = inner(facts)
      return truth === -1 ? -1 : truth === 1 ? 0 : 1
    }
  }
  return compileLeaf(condition)
}

function compileAll(children: readonly Compiled[]): Compiled {
  return (facts) => {
    let result: Truth = 1
    for (const child of children) {
      const truth = child(facts)
      if (truth === 0) return 0
      if (truth === -1) result = -1
    }
    return result
  }
}

function compileAny(children: readonly Compiled[]): Compiled {
  return (facts) => {
    let result: Truth = 0
    for (const child of children) {
      const truth = child(facts)
      if (truth === 1) return 1
      if (truth === -1) result = -1
    }
    return result
  }
}

type Test = (found: FactValue, needed: FactValue) => boolean

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

function compileLeaf({ fact, operator, value }: LeafCondition): Compiled {
  const test = TESTS[operator]
  if (typeof value === 'object' && 'fact' in value) {
    const other = value.fact
    return (facts) => {
      const found = facts[fact]
      const needed = facts[other]
      if (found === null || found === undefined || needed === null || needed === undefined) return -1
      return test(found, needed) ? 1 : 0
    }
  }
  return (facts) => {
    const found = facts[fact]
    if (found === null || found === undefined) return -1
    return test(found, value) ? 1 : 0
  }
}
