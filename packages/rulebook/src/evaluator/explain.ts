import type { ExplanationNode, FactValue, Verdict } from '@workplan/domain'
import type { SubjectFacts } from '../facts/declaration.ts'
import { OPERATOR_WORDS } from '../rule/operators.ts'
import type { Condition, LeafCondition } from '../rule/rule.ts'
import type { Judgement } from './columns/compile-program.ts'
import type { Facts } from './facts.ts'
import { holdsFor } from './holds-for.ts'

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

function explainCondition(condition: Condition, declared: SubjectFacts): Explain {
  if ('all' in condition) return explainList('all', condition.all, 'does-not-hold', 'holds', declared)
  if ('any' in condition) return explainList('any', condition.any, 'holds', 'does-not-hold', declared)
  if ('not' in condition) {
    const inner = explainCondition(condition.not, declared)
    return (facts) => {
      const child = inner(facts)
      return { kind: 'not', outcome: opposite(child.outcome), children: [child] }
    }
  }
  return explainLeaf(condition, declared)
}

/** Kleene's `all` and `any`: one `settling` outcome decides; without it, all must be known for the `other` one. */
function explainList(
  kind: 'all' | 'any',
  conditions: readonly Condition[],
  settling: Verdict,
  other: Verdict,
  declared: SubjectFacts,
): Explain {
  const explains = conditions.map((child) => explainCondition(child, declared))
  return (facts) => {
    const children: ExplanationNode[] = []
    let outcome = other
    for (const explain of explains) {
      const child = explain(facts)
      children.push(child)
      if (child.outcome === settling) outcome = settling
      else if (child.outcome === 'not-assessable' && outcome !== settling) outcome = 'not-assessable'
    }
    return { kind, outcome, children }
  }
}

function explainLeaf({ fact, operator, value }: LeafCondition, declared: SubjectFacts): Explain {
  const label = declared[fact]?.label ?? fact
  const operatorInWords = OPERATOR_WORDS[operator]
  const other = typeof value === 'object' && 'fact' in value ? value.fact : null
  return (facts) => {
    const found = facts[fact] ?? null
    const needed = other === null ? (value as FactValue) : (facts[other] ?? null)
    const outcome = compare(operator, found, needed)
    return { kind: 'condition', fact, label, operator, operatorInWords, needed, found, outcome }
  }
}

function compare(operator: LeafCondition['operator'], found: FactValue, needed: FactValue): Verdict {
  if (found === null || needed === null) return 'not-assessable'
  return holdsFor(operator, found, needed) ? 'holds' : 'does-not-hold'
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === 'not-assessable') return verdict
  return verdict === 'holds' ? 'does-not-hold' : 'holds'
}

function explainRequired(fact: string, declared: SubjectFacts): Explain {
  const label = declared[fact]?.label ?? fact
  return (facts) => {
    const found = facts[fact] ?? null
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
