import { deepStrictEqual } from 'node:assert'
import type { Verdict } from '@workplan/domain'
import fc from 'fast-check'
import { createEvaluator } from '../src/evaluator/create-evaluator.ts'
import type { Facts } from '../src/evaluator/facts.ts'
import { factCatalogue } from '../src/facts/catalogue.ts'
import type { Subject } from '../src/facts/subject.ts'
import type { Rule } from '../src/rule/rule.ts'
import { arbitraryRuleAndFacts, type RuleAndFacts, SUBJECTS_OF_A_RULE } from './arbitrary-rule.ts'
import { referenceTrees } from './reference-tree.ts'

/** How much was compared: sets of facts, each with its verdict and its tree, by verdict. */
export interface Compared {
  rules: number
  verdicts: Record<Verdict, number>
}

/** Every subject is judged that often in one go, so that they take up more than one word of the evaluator's rows. */
const REPEATED = 4

/**
 * Compares verdicts and explanations of generated rules with those of json-rules-engine on at least so many sets of
 * facts. Throws for a difference, with the smallest rule and facts found that show it, and the seed.
 */
export async function proveEquality(factSets: number, seed: number): Promise<Compared> {
  const compared: Compared = {
    rules: 0,
    verdicts: { holds: 0, 'does-not-hold': 0, 'not-assessable': 0 },
  }
  await fc.assert(
    fc.asyncProperty(arbitraryRuleAndFacts, async (generated) => {
      compared.rules += 1
      for (const verdict of await compare(generated)) compared.verdicts[verdict] += 1
    }),
    { seed, numRuns: Math.ceil(factSets / SUBJECTS_OF_A_RULE) },
  )
  return compared
}

async function compare({ rule, factSets }: RuleAndFacts): Promise<Verdict[]> {
  const evaluator = createEvaluator([rule])
  const reference = referenceTrees(rule, factCatalogue[rule.subject] ?? {})
  const subjects = Array.from({ length: REPEATED }, () => factSets).flatMap((facts) =>
    facts.map((each) => subjectWith(rule, each)),
  )
  const { holding, notAssessable } = evaluator.judge(subjects)
  const isHolding = new Set(holding.map(({ subject }) => subject))
  const isNotAssessable = new Set(notAssessable.map(({ subject }) => subject))
  const verdicts: Verdict[] = []
  for (const [index, facts] of factSets.entries()) {
    const expected = await reference(facts)
    for (let again = index; again < subjects.length; again += factSets.length) {
      const subject = subjects[again] as Subject
      const verdict = isHolding.has(subject)
        ? 'holds'
        : isNotAssessable.has(subject)
          ? 'not-assessable'
          : 'does-not-hold'
      deepStrictEqual(verdict, expected.outcome)
    }
    deepStrictEqual(evaluator.explain({ rule, subject: subjects[index] as Subject }), expected)
    verdicts.push(expected.outcome)
  }
  return verdicts
}

function subjectWith({ subject: kind }: Rule, facts: Facts): Subject {
  const shown = { id: 'a-subject', title: 'A subject', audience: [], workstreams: [], requirements: [] }
  return { ...shown, kind, records: [], facts: facts as Subject['facts'] }
}
