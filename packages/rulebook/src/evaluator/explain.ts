import type { ExplanationNode, FactValue } from '@workplan/domain'
import type { SubjectFacts } from '../facts/declaration.ts'
import { OPERATOR_WORDS } from '../rule/operators.ts'
import type { Condition, LeafCondition, Rule } from '../rule/rule.ts'
import { compile, type Facts } from './compile.ts'
import { compileRule } from './compile-rule.ts'
import { verdictOf } from './verdict.ts'

/** An explanation as a function of the facts. */
export type Explain = (facts: Facts) => ExplanationNode

/**
 * Compiles the explanation of a rule: the whole tree of its conditions, also those that did not decide. A required fact
 * is shown as a condition of its own, `is known`.
 */
export function compileExplanation(rule: Pick<Rule, 'requires' | 'when'>, declared: SubjectFacts): Explain {
  const tree = explainCondition(rule.when, declared)
  if (rule.requires.length === 0) return tree
  const judge = compileRule(rule)
  const required = rule.requires.map((fact) => explainRequired(fact, declared))
  return (facts) => ({
    kind: 'all',
    outcome: verdictOf(judge(facts)),
    children: [...required, tree].map((explain) => explain(facts)),
  })
}

function explainCondition(condition: Condition, declared: SubjectFacts): Explain {
  if ('fact' in condition) return explainLeaf(condition, declared)
  const judge = compile(condition)
  const kind = 'all' in condition ? 'all' : 'any' in condition ? 'any' : 'not'
  const children = childrenOf(condition).map((child) => explainCondition(child, declared))
  return (facts) => ({
    kind,
    outcome: verdictOf(judge(facts)),
    children: children.map((explain) => explain(facts)),
  })
}

function childrenOf(condition: Exclude<Condition, LeafCondition>): Condition[] {
  if ('all' in condition) return condition.all
  return 'any' in condition ? condition.any : [condition.not]
}

function explainLeaf(condition: LeafCondition, declared: SubjectFacts): Explain {
  const { fact, operator, value } = condition
  const judge = compile(condition)
  const neededOf = (facts: Facts): FactValue =>
    typeof value === 'object' && 'fact' in value ? (facts[value.fact] ?? null) : value
  return (facts) => ({
    kind: 'condition',
    fact,
    label: declared[fact]?.label ?? fact,
    operator,
    operatorInWords: OPERATOR_WORDS[operator],
    needed: neededOf(facts),
    found: facts[fact] ?? null,
    outcome: verdictOf(judge(facts)),
  })
}

function explainRequired(fact: string, declared: SubjectFacts): Explain {
  return (facts) => {
    const found = facts[fact] ?? null
    return {
      kind: 'condition',
      fact,
      label: declared[fact]?.label ?? fact,
      operator: 'isKnown',
      operatorInWords: 'is known',
      needed: null,
      found,
      outcome: found === null ? 'not-assessable' : 'holds',
    }
  }
}
