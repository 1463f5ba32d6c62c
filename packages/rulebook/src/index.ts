export { loadLibrary } from './library/load-library.ts'
export { loadRulebook } from './rule/load-rulebook.ts'
export { parseRule, type RuleFiles } from './rule/parse-rule.ts'
export { readStatement } from './rule/read-rule.ts'
export { type FactReading, readingIn, stepsOf } from './rule/fact-reading.ts'
export {
  type CheckedCase,
  type CheckedRule,
  checkRuleWithReference,
  type RuleProblem,
} from './rule/check-with-reference.ts'
export { peopleOf } from './rule/people-of-rule.ts'
export { rulesInForce } from './rule/rules-in-force.ts'
export type { Condition, LeafCondition, NamedConditions, Rule, Rulebook, RuleCase } from './rule/rule.ts'
export { OPERATOR_WORDS, type Operator } from './rule/operators.ts'
export { judgeFacts } from './evaluator/judge-facts.ts'
export { createEvaluator } from './evaluator/create-evaluator.ts'
export type { Evaluator, Finding, Findings } from './evaluator/findings.ts'
export { inWords } from './evaluator/in-words.ts'
export { subjectsOf } from './facts/subjects-of.ts'
export { emptyMemory, type FactMemory } from './facts/memory.ts'
export type { Subject } from './facts/subject.ts'
export { factCatalogue } from './facts/catalogue.ts'
export type { FactDeclaration, SubjectFacts } from './facts/declaration.ts'
export { declaredPart } from './facts/declared-part.ts'
export { isLive, requirementLinks, type RequirementLinks } from './links/requirement-links.ts'
export type { FrameworkRequirement, RequirementTree } from './links/requirement-tree.ts'
export {
  COVER_STATES,
  coverageOf,
  type CoverSpan,
  type CoverState,
  type PlaceCoverage,
  type RequirementCoverage,
} from './facts/coverage/week-coverage.ts'
export { type CoverTotals, totalsOfPlace, totalsOfRequirement } from './facts/coverage/totals.ts'
export { coverageInside } from './facts/coverage/coverage-inside.ts'
