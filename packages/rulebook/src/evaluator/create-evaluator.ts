import type { SubjectKind } from '@workplan/domain'
import { factCatalogue } from '../facts/catalogue.ts'
import type { Subject } from '../facts/subject.ts'
import type { Rule } from '../rule/rule.ts'
import { compileProgram, type Program } from './columns/compile-program.ts'
import { runProgram } from './columns/run-program.ts'
import { forEachNotAssessable, forEachYes } from './columns/truth-at.ts'
import { compileExplanation, type Explain } from './explain.ts'
import type { Facts } from './facts.ts'
import type { Evaluator, Findings } from './findings.ts'
import { compileMessage } from './message.ts'

interface RulesOfKind {
  rules: Rule[]
  program: Program
}

interface Wording {
  message: (facts: Facts) => string
  explain: Explain
}

/**
 * An evaluator for these rules, compiled once. Findings come kind by kind, then in the order of the rules, then of the
 * subjects.
 */
export function createEvaluator(rules: readonly Rule[]): Evaluator {
  const byKind = Map.groupBy(rules, ({ subject }) => subject)
  const programs = new Map<SubjectKind, RulesOfKind>(
    [...byKind].map(([kind, ofKind]) => [kind, { rules: ofKind, program: compileProgram(ofKind) }]),
  )
  const wordings = new Map(rules.map((rule) => [rule, wordingOf(rule)]))
  const wording = (rule: Rule): Wording => {
    const found = wordings.get(rule)
    if (!found) throw new Error(`the rule ${rule.id} is not one of this evaluator`)
    return found
  }
  return {
    judge: (subjects) => judge(subjects, programs),
    message: ({ rule, subject }) => wording(rule).message(subject.facts),
    explain: ({ rule, subject }) => wording(rule).explain(subject.facts),
  }
}

function wordingOf(rule: Rule): Wording {
  const declared = factCatalogue[rule.subject] ?? {}
  return { message: compileMessage(rule.message, declared), explain: compileExplanation(rule, declared) }
}

function judge(subjects: readonly Subject[], programs: ReadonlyMap<SubjectKind, RulesOfKind>): Findings {
  const findings: Findings = { holding: [], notAssessable: [] }
  for (const [kind, ofKind] of Map.groupBy(subjects, (subject) => subject.kind)) {
    const compiled = programs.get(kind)
    if (!compiled) continue
    const verdicts = runProgram(
      compiled.program,
      ofKind.map(({ facts }) => facts),
    )
    verdicts.forEach((rows, index) => {
      const rule = compiled.rules[index] as Rule
      forEachYes(rows, (at) => findings.holding.push({ rule, subject: ofKind[at] as Subject }))
      forEachNotAssessable(rows, ofKind.length, (at) =>
        findings.notAssessable.push({ rule, subject: ofKind[at] as Subject }),
      )
    })
  }
  return findings
}
