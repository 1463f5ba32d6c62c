import type { ExplanationNode, FactValue } from '@workplan/domain'
import type { SubjectFacts } from '../facts/declaration.ts'
import { OPERATOR_WORDS } from '../rule/operators.ts'
import type { Condition, Rule } from '../rule/rule.ts'
import { compile, type Facts } from './compile.ts'
import { compileRule } from './compile-rule.ts'
import { verdictOf } from './verdict.ts'

/** The whole tree of a rule on some facts: every condition, also those that did not decide. */
export function explainRule(rule: Rule, facts: Facts, declared: SubjectFacts): ExplanationNode {
  const tree = explainCondition(rule.when, facts, declared)
  if (rule.requires.length === 0) return tree
  return {
    kind: 'all',
    outcome: verdictOf(compileRule(rule)(facts)),
    children: [...rule.requires.map((fact) => explainRequired(fact, facts, declared)), tree],
  }
}

function explainCondition(condition: Condition, facts: Facts, declared: SubjectFacts): ExplanationNode {
  const outcome = verdictOf(compile(condition)(facts))
  const explain = (child: Condition) => explainCondition(child, facts, declared)
  if ('all' in condition) return { kind: 'all', outcome, children: condition.all.map(explain) }
  if ('any' in condition) return { kind: 'any', outcome, children: condition.any.map(explain) }
  if ('not' in condition) return { kind: 'not', outcome, children: [explain(condition.not)] }
  const { fact, operator, value } = condition
  const needed: FactValue = typeof value === 'object' && 'fact' in value ? (facts[value.fact] ?? null) : value
  return {
    kind: 'condition',
    fact,
    label: declared[fact]?.label ?? fact,
    operator,
    operatorInWords: OPERATOR_WORDS[operator],
    needed,
    found: facts[fact] ?? null,
    outcome,
  }
}

/** A required fact is shown as a condition of its own, `is known`. */
function explainRequired(fact: string, facts: Facts, declared: SubjectFacts): ExplanationNode {
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
