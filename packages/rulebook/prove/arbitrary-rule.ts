import type { SubjectKind } from '@workplan/domain'
import fc from 'fast-check'
import type { Facts } from '../src/evaluator/facts.ts'
import { factCatalogue } from '../src/facts/catalogue.ts'
import type { SubjectFacts } from '../src/facts/declaration.ts'
import { parseConditions } from '../src/rule/parse-conditions.ts'
import { readStatement } from '../src/rule/read-rule.ts'
import type { Rule } from '../src/rule/rule.ts'
import { arbitraryFacts } from './arbitrary-facts.ts'
import { arbitraryLeaf } from './arbitrary-leaf.ts'

/** A rule, and facts of several subjects to judge by it. */
export interface RuleAndFacts {
  rule: Rule
  factSets: Facts[]
}

/** How many subjects each generated rule is tried on. */
export const SUBJECTS_OF_A_RULE = 10

/** The most facts of its subject that a generated rule speaks of; with few of them, conditions meet the same one. */
const MOST_FACTS = 5

/**
 * Any rule that the loader takes, as people could write it: about any kind of subject, `all`, `any` and `not` within each
 * other, named conditions that use one another, every operator on every type, members by path and by parameter, other
 * facts to compare with, facts that must be known. The loader itself reads it.
 */
export const arbitraryRuleAndFacts: fc.Arbitrary<RuleAndFacts> = fc
  .constantFrom(...(Object.entries(factCatalogue) as [SubjectKind, SubjectFacts][]))
  .chain(([kind, declared]) =>
    fc
      .subarray(Object.keys(declared), {
        minLength: 1,
        maxLength: Math.min(MOST_FACTS, Object.keys(declared).length),
      })
      .map((names): [SubjectKind, SubjectFacts] => [kind, chosen(declared, names)]),
  )
  .chain(([kind, facts]) =>
    fc.record({
      rule: arbitraryRule(kind, facts),
      factSets: fc.array(arbitraryFacts(facts), {
        minLength: SUBJECTS_OF_A_RULE,
        maxLength: SUBJECTS_OF_A_RULE,
      }),
    }),
  )

function chosen(declared: SubjectFacts, names: readonly string[]): SubjectFacts {
  return Object.fromEntries(Object.entries(declared).filter(([name]) => names.includes(name)))
}

function arbitraryRule(kind: SubjectKind, facts: SubjectFacts): fc.Arbitrary<Rule> {
  const plain = arbitraryConditions(arbitraryLeaf(facts))
  const withOne = arbitraryConditions(fc.oneof(arbitraryLeaf(facts), fc.constant({ condition: 'one' })))
  const withBoth = arbitraryConditions(
    fc.oneof(arbitraryLeaf(facts), fc.constantFrom({ condition: 'one' }, { condition: 'two' })),
  )
  return fc
    .record({
      one: plain,
      two: withOne,
      when: withBoth,
      requires: arbitraryRequires(facts),
    })
    .map(({ one, two, when, requires }) => readGenerated(kind, { one, two }, when, requires))
}

/** No fact or one that must be known; tables cannot be asked for. */
function arbitraryRequires(facts: SubjectFacts): fc.Arbitrary<string[]> {
  const askable = Object.keys(facts).filter((name) => facts[name]?.type !== 'table')
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    fc.subarray(askable, { maxLength: Math.min(1, askable.length) }),
  )
}

/** Conditions as a document. */
function arbitraryConditions(leaf: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const { node } = fc.letrec<{ node: object }>((tie) => {
    const several = fc.array(tie('node'), { minLength: 1, maxLength: 3 })
    return {
      node: fc.oneof(
        { maxDepth: 2, depthSize: 'small' },
        leaf,
        fc.record({ all: several }),
        fc.record({ any: several }),
        fc.record({ not: tie('node') }),
      ),
    }
  })
  return node
}

function readGenerated(
  subject: SubjectKind,
  conditions: Record<string, object>,
  when: object,
  requires: string[],
): Rule {
  const named = parseConditions(
    Object.entries(conditions).map(([id, inner]) => ({
      name: id,
      text: JSON.stringify({ id, title: `Condition ${id}`, subject, when: inner }),
    })),
  )
  const document = {
    id: 'generated',
    version: 1,
    title: 'Generated',
    subject,
    severity: 'low',
    source: { framework: 'None', locator: 'None' },
    why: 'To be compared',
    requires,
    when,
    message: 'It holds',
    remedy: 'None',
  }
  return { ...readStatement(document, named, 'generated'), cases: [] }
}
