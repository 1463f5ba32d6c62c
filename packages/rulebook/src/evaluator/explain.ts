import type { ComparedValue, ExplanationNode, Verdict } from '@workplan/domain'
import { declaredPart } from '../facts/declared-part.ts'
import type { SubjectFacts } from '../facts/declaration.ts'
import { type FactReading, readingIn, stepsOf } from '../rule/fact-reading.ts'
import { OPERATOR_WORDS } from '../rule/operators.ts'
import type { Condition, LeafCondition, NamedCondition } from '../rule/rule.ts'
import type { Judgement } from './columns/compile-program.ts'
import type { Facts } from './facts.ts'
import { testOf } from './holds-for.ts'
import { readFact } from './read-fact.ts'

/** An explanation as a function of the facts. */
export type Explain = (facts: Facts) => ExplanationNode

/**
 * Compiles the explanation of a rule: the whole tree of its conditions, also those that did not decide. A required fact
 * is shown as a condition of its own, `is known`.
 */
export function compileExplanation({ requires, when }: Judgement, declared: SubjectFacts): Explain {
  const tree = explainCondition(when, declared)
  if (requires.length === 0) return tree
  const required = requires.map((fact) => explainRequired(fact, declared))
  return (facts) => {
    const known = required.map((explain) => explain(facts))
    const conditions = tree(facts)
    const allKnown = known.every(({ outcome }) => outcome === 'holds')
    return {
      kind: 'all',
      outcome: allKnown ? conditions.outcome : 'not-assessable',
      children: [...known, conditions],
    }
  }
}

function explainCondition(condition: Condition, declared: SubjectFacts, title?: string): Explain {
  if ('all' in condition) return explainList('all', condition.all, 'does-not-hold', 'holds', declared, title)
  if ('any' in condition) return explainList('any', condition.any, 'holds', 'does-not-hold', declared, title)
  if ('not' in condition) {
    const inner = explainCondition(condition.not, declared)
    return (facts) => {
      const child = inner(facts)
      return group('not', title, opposite(child.outcome), [child])
    }
  }
  if ('named' in condition) return explainNamed(condition.named, declared)
  return explainLeaf(condition, declared)
}

/** Named conditions are a group that carries their title, also when they are one comparison. */
function explainNamed({ title, when }: NamedCondition, declared: SubjectFacts): Explain {
  const isGroup = 'all' in when || 'any' in when || 'not' in when
  return explainCondition(isGroup ? when : { all: [when] }, declared, title)
}

/** Kleene's `all` and `any`: one `settling` outcome decides; without it, all must be known for the `other` one. */
function explainList(
  kind: 'all' | 'any',
  conditions: readonly Condition[],
  settling: Verdict,
  other: Verdict,
  declared: SubjectFacts,
  title: string | undefined,
): Explain {
  const explains = conditions.map((child) => explainCondition(child, declared))
  return (facts) => {
    const children = explains.map((explain) => explain(facts))
    let outcome = other
    for (const child of children) {
      if (child.outcome === settling) outcome = settling
      else if (child.outcome === 'not-assessable' && outcome !== settling) outcome = 'not-assessable'
    }
    return group(kind, title, outcome, children)
  }
}

function group(
  kind: 'all' | 'any' | 'not',
  title: string | undefined,
  outcome: Verdict,
  children: ExplanationNode[],
): ExplanationNode {
  return title === undefined ? { kind, outcome, children } : { kind, title, outcome, children }
}

function explainLeaf(leaf: LeafCondition, declared: SubjectFacts): Explain {
  const { fact, operator, value } = leaf
  const label = labelOf(leaf, declared)
  const operatorInWords = OPERATOR_WORDS[operator]
  const holds = testOf(operator)
  const node = (found: ComparedValue, needed: ComparedValue): ExplanationNode => {
    const outcome =
      found === null || needed === null ? 'not-assessable' : holds(found, needed) ? 'holds' : 'does-not-hold'
    return { kind: 'condition', fact, label, operator, operatorInWords, needed, found, outcome }
  }
  const read = reader(leaf)
  const other = readingIn(value)
  if (other) {
    const readNeeded = reader(other)
    return (facts) => node(read(facts), readNeeded(facts))
  }
  const needed = value as ComparedValue
  return typeof needed === 'boolean' ? explainFlag(read, needed, node) : (facts) => node(read(facts), needed)
}

/** A yes or no comes out in three ways only: they are made once, and frozen because all explanations share them. */
function explainFlag(
  read: (facts: Facts) => ComparedValue,
  needed: boolean,
  node: (found: ComparedValue, needed: ComparedValue) => ExplanationNode,
): Explain {
  const [yes, no, notKnown] = [true, false, null].map((found) => Object.freeze(node(found, needed))) as [
    ExplanationNode,
    ExplanationNode,
    ExplanationNode,
  ]
  return (facts) => {
    const found = read(facts)
    return found === null ? notKnown : found ? yes : no
  }
}

function reader(reading: FactReading): (facts: Facts) => ComparedValue {
  const { fact } = reading
  const steps = stepsOf(reading)
  if (steps.length === 0) return (facts) => (facts[fact] ?? null) as ComparedValue
  return (facts) => readFact(facts, fact, steps) ?? null
}

function labelOf(reading: FactReading, declared: SubjectFacts): string {
  const declaration = declared[reading.fact]
  return (declaration && declaredPart(declaration, stepsOf(reading))?.label) ?? reading.fact
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === 'not-assessable') return verdict
  return verdict === 'holds' ? 'does-not-hold' : 'holds'
}

function explainRequired(fact: string, declared: SubjectFacts): Explain {
  const label = declared[fact]?.label ?? fact
  const read = reader({ fact })
  return (facts) => {
    const found = read(facts)
    return {
      kind: 'condition',
      fact,
      label,
      operator: 'isKnown',
      operatorInWords: 'is known',
      needed: null,
      found,
      outcome: found === null ? 'not-assessable' : 'holds',
    }
  }
}
