import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { Condition } from '../../rule/rule.ts'
import type { Facts } from '../facts.ts'

/** What json-rules-engine itself says of conditions on these facts, in an engine of its own. */
export async function referenceVerdict(condition: Condition, facts: Facts): Promise<boolean> {
  const conditions = structuredClone(isLeaf(condition) ? { all: [condition] } : condition)
  const engine = new Engine([
    { conditions: conditions as unknown as TopLevelCondition, event: { type: 'holds' } },
  ])
  const { events } = await engine.run({ ...facts })
  return events.length > 0
}

function isLeaf(condition: Condition): boolean {
  return 'fact' in condition
}
