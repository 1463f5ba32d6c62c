import type { ComparedValue, ExplanationNode, Verdict } from '@workplan/domain'
import { Engine, type RuleResult } from 'json-rules-engine'
import type { Facts } from '../src/evaluator/facts.ts'
import { declaredPart } from '../src/facts/declared-part.ts'
import type { SubjectFacts } from '../src/facts/declaration.ts'
import { type FactReading, stepsOf } from '../src/rule/fact-reading.ts'
import { type Operator, OPERATOR_WORDS } from '../src/rule/operators.ts'
import { referenceFacts } from '../src/rule/reference/ask-reference.ts'
import { referenceDocument } from '../src/rule/reference/reference-document.ts'
import { leavesOf } from '../src/rule/leaves.ts'
import type { Condition, Rule } from '../src/rule/rule.ts'

/** A condition of json-rules-engine once it has been evaluated; a group has one of `all`, `any` and `not`. */
interface Evaluated extends FactReading {
  all?: Evaluated[]
  any?: Evaluated[]
  not?: Evaluated
  name?: string
  operator: Operator
  factResult?: ComparedValue
  valueResult?: ComparedValue
  result: boolean
}

/** What json-rules-engine says of a rule for one set of facts after the other, as a tree of ours. */
export function referenceTrees(
  { when, requires }: Rule,
  declared: SubjectFacts,
): (facts: Facts) => Promise<ExplanationNode> {
  const engine = engineFor(when)
  const names = new Set([...Object.keys(declared), ...leavesOf(when).map(({ fact }) => fact)])
  const notGiven = Object.fromEntries([...names].map((name) => [name, null]))
  return async (facts) => {
    const { results, failureResults } = await engine.run(referenceFacts({ ...notGiven, ...facts }))
    const { conditions, result } = [...results, ...failureResults][0] as RuleResult
    const root = { ...conditions, result } as unknown as Evaluated
    const tree = treeOf('fact' in when ? (root.all?.[0] as Evaluated) : root, declared)
    return requires.length === 0 ? tree : withRequired(tree, requires, facts, declared)
  }
}

/** One engine for a rule; a named condition carries its title in the field that json-rules-engine has for a name. */
function engineFor(when: Condition): Engine {
  const { conditions, named } = referenceDocument(when)
  const engine = new Engine([{ conditions, event: { type: 'holds' } }])
  for (const [id, behind] of named) {
    const titled = { ...behind, name: `Condition ${id}` }
    engine.setCondition(id, titled)
  }
  return engine
}

function treeOf(evaluated: Evaluated, declared: SubjectFacts): ExplanationNode {
  const kind = (['all', 'any', 'not'] as const).find((key) => evaluated[key] !== undefined)
  if (kind === undefined) return leafOf(evaluated, declared)
  const children = [evaluated[kind] ?? []].flat().map((child) => treeOf(child, declared))
  const outcome = outcomeOf(kind, children, evaluated.result)
  const title = evaluated.name
  return title === undefined ? { kind, outcome, children } : { kind, title, outcome, children }
}

function leafOf(evaluated: Evaluated, declared: SubjectFacts): ExplanationNode {
  const { fact, operator, factResult: found = null, valueResult: needed = null, result } = evaluated
  const declaration = declared[fact]
  return {
    kind: 'condition',
    fact,
    label: (declaration && declaredPart(declaration, stepsOf(evaluated))?.label) ?? fact,
    operator,
    operatorInWords: OPERATOR_WORDS[operator],
    needed,
    found,
    outcome: found === null || needed === null ? 'not-assessable' : verdict(result),
  }
}

/**
 * What json-rules-engine says of a group while everything below is known. Otherwise one child that settles it does, a no
 * for `all` and a yes for `any`, whatever is not known; without one it cannot be assessed.
 */
function outcomeOf(
  kind: 'all' | 'any' | 'not',
  children: readonly ExplanationNode[],
  said: boolean,
): Verdict {
  const outcomes = new Set(children.map(({ outcome }) => outcome))
  if (!outcomes.has('not-assessable')) return verdict(said)
  const settling = kind === 'all' ? 'does-not-hold' : 'holds'
  return kind !== 'not' && outcomes.has(settling) ? settling : 'not-assessable'
}

function withRequired(
  tree: ExplanationNode,
  requires: readonly string[],
  facts: Facts,
  declared: SubjectFacts,
): ExplanationNode {
  const known = requires.map((fact): ExplanationNode => {
    const found = (facts[fact] ?? null) as ComparedValue
    const outcome = found === null ? 'not-assessable' : 'holds'
    const label = declared[fact]?.label ?? fact
    return {
      kind: 'condition',
      fact,
      label,
      operator: 'isKnown',
      operatorInWords: 'is known',
      needed: null,
      found,
      outcome,
    }
  })
  const outcome = known.every((leaf) => leaf.outcome === 'holds') ? tree.outcome : 'not-assessable'
  return { kind: 'all', outcome, children: [...known, tree] }
}

function verdict(result: boolean): Verdict {
  return result ? 'holds' : 'does-not-hold'
}
