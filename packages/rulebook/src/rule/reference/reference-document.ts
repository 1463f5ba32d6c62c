import type { ConditionProperties, NestedCondition, TopLevelCondition } from 'json-rules-engine'
import type { Condition } from '../rule.ts'

/** Conditions as json-rules-engine takes them, with the named ones they use. */
export interface ReferenceDocument {
  conditions: TopLevelCondition
  named: ReadonlyMap<string, TopLevelCondition>
}

/** A fresh copy of conditions for json-rules-engine, which changes what it is given. */
export function referenceDocument(condition: Condition): ReferenceDocument {
  const named = new Map<string, TopLevelCondition>()
  return { conditions: rooted(nodeOf(condition)), named }

  function nodeOf(node: Condition): NestedCondition {
    if ('all' in node) return { all: node.all.map(nodeOf) }
    if ('any' in node) return { any: node.any.map(nodeOf) }
    if ('not' in node) return { not: nodeOf(node.not) }
    if (!('named' in node)) return structuredClone(node) as ConditionProperties
    if (!named.has(node.condition)) {
      const behind = nodeOf(node.named.when)
      named.set(node.condition, 'condition' in behind ? { all: [behind] } : rooted(behind))
    }
    return { condition: node.condition }
  }
}

/** json-rules-engine starts from a group or a name: a comparison becomes a group of one. */
function rooted(node: NestedCondition): TopLevelCondition {
  return 'fact' in node ? { all: [node] } : node
}
