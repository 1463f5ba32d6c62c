import { flagId, type FrameworkLibrary, type IsoDate, type ProgrammeState } from '@workplan/domain'
import { createEvaluator, loadLibrary, loadRulebook, subjectsOf, type Rulebook } from '@workplan/rulebook'
import type { JudgedFlag } from './store/programme.ts'

/** Frameworks and rules of this version of Workplan, and what they say of a programme. */
export interface Rules {
  library: FrameworkLibrary
  rulebook: Rulebook
  /** Every flag that holds for a programme on a day. The same state and day give the same flags. */
  judge(state: ProgrammeState, asAt: IsoDate): JudgedFlag[]
}

/** The rules and frameworks, read from their files. Throws when any of them is not as it should be. */
export function loadRules(): Rules {
  const library = loadLibrary()
  const rulebook = loadRulebook()
  const evaluator = createEvaluator(rulebook.rules)
  return {
    library,
    rulebook,
    judge: (state, asAt) =>
      evaluator.judge(subjectsOf(state, library, asAt)).holding.map(({ rule, subject }) => ({
        id: flagId(rule.id, subject.id),
        rule: rule.id,
        ruleVersion: rule.version,
        title: rule.title,
        severity: rule.severity,
        subject: { kind: subject.kind, id: subject.id, title: subject.title },
        message: evaluator.message({ rule, subject }),
        audience: subject.audience,
        workstreams: subject.workstreams,
        requirements: subject.requirements,
        explanation: evaluator.explain({ rule, subject }),
        records: subject.records,
      })),
  }
}
