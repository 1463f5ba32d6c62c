import type { DynamicFactCallback, RuleResult } from 'json-rules-engine'
import type { Facts } from '../../evaluator/facts.ts'
import type { Condition } from '../rule.ts'
import { referenceDocument } from './reference-document.ts'

/**
 * What json-rules-engine itself says of conditions on these facts, which must all be known. It is loaded when first
 * asked, and has an engine of its own for each question: one that failed is never used again.
 */
export async function askReference(condition: Condition, facts: Facts): Promise<RuleResult> {
  const { Engine } = await import('json-rules-engine')
  const { conditions, named } = referenceDocument(condition)
  const engine = new Engine([{ conditions, event: { type: 'holds' } }])
  for (const [name, behind] of named) engine.setCondition(name, behind)
  const { results, failureResults } = await engine.run(referenceFacts(facts))
  return [...results, ...failureResults][0] as RuleResult
}

/** Facts as json-rules-engine takes them: a table answers to a parameter, or is given whole to be read by a path. */
export function referenceFacts(facts: Facts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, isTable(value) ? answering(value) : value]),
  )
}

function answering(table: Exclude<Facts[string], undefined>): DynamicFactCallback {
  return (params) => {
    const [key] = Object.values(params)
    return key === undefined ? table : (table as Record<string, unknown>)[String(key)]
  }
}

function isTable(value: Facts[string]): value is Exclude<Facts[string], undefined> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
