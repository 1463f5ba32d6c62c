import { flagId, type SubjectKind } from '@workplan/domain'
import { factCatalogue } from '../facts/catalogue.ts'
import type { Subject } from '../facts/subject.ts'
import type { Rule } from '../rule/rule.ts'
import type { Compiled, Facts } from './compile.ts'
import { compileRule } from './compile-rule.ts'
import { compileExplanation, type Explain } from './explain.ts'
import type { Evaluator, Findings } from './findings.ts'
import { compileMessage } from './message.ts'

interface CompiledRule {
  rule: Rule
  judge: Compiled
  message: (facts: Facts) => string
}

/** An evaluator for these rules, each compiled once. Findings come in the order of the subjects, then of the rules. */
export function createEvaluator(rules: readonly Rule[]): Evaluator {
  const byKind = new Map<SubjectKind, CompiledRule[]>()
  const explanations = new Map<Rule, Explain>()
  for (const rule of rules) {
    const declared = factCatalogue[rule.subject] ?? {}
    const compiled = { rule, judge: compileRule(rule), message: compileMessage(rule.message, declared) }
    const sameKind = byKind.get(rule.subject)
    if (sameKind) sameKind.push(compiled)
    else byKind.set(rule.subject, [compiled])
    explanations.set(rule, compileExplanation(rule, declared))
  }
  return {
    judge: (subjects) => judge(subjects, byKind),
    explain(rule, subject) {
      const explain = explanations.get(rule)
      if (!explain) throw new Error(`the rule ${rule.id} is not one of this evaluator`)
      return explain(subject.facts)
    },
  }
}

function judge(
  subjects: readonly Subject[],
  byKind: ReadonlyMap<SubjectKind, readonly CompiledRule[]>,
): Findings {
  const findings: Findings = { holding: [], notAssessable: [] }
  for (const subject of subjects) {
    const rules = byKind.get(subject.kind)
    if (!rules) continue
    for (const { rule, judge: truth, message } of rules) {
      const verdict = truth(subject.facts)
      if (verdict === 1)
        findings.holding.push({
          flag: flagId(rule.id, subject.id),
          rule,
          subject,
          message: message(subject.facts),
        })
      else if (verdict === -1) findings.notAssessable.push({ rule, subject })
    }
  }
  return findings
}
