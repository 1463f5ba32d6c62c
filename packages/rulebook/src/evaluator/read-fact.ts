import type { ComparedValue, FactValue } from '@workplan/domain'
import type { FactPath } from '../rule/fact-path.ts'
import type { Facts } from './facts.ts'

/** What a reading gives on these facts; null or undefined where it is not known. Only own members are seen. */
export function readFact(facts: Facts, fact: string, steps: FactPath): ComparedValue | undefined {
  let value: unknown = facts[fact]
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, FactValue>)[step]
  }
  return value as ComparedValue | undefined
}
