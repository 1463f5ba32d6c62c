import type { ExplanationNode } from '@workplan/domain'
import type { Subject } from '../facts/subject.ts'
import type { Rule } from '../rule/rule.ts'

/** A rule that holds for a subject. `flag` is the id of the flag it raises. */
export interface Finding {
  flag: string
  rule: Rule
  subject: Subject
  message: string
}

export interface Findings {
  holding: Finding[]
  /** Rules that could not be judged because a fact they need is not known. */
  notAssessable: { rule: Rule; subject: Subject }[]
}

/** Judges subjects by a fixed set of rules. Synchronous and pure: the same subjects give the same findings. */
export interface Evaluator {
  judge(subjects: readonly Subject[]): Findings
  /** Every condition of one of its rules with what it needed, what it found and how it came out. */
  explain(rule: Rule, subject: Subject): ExplanationNode
}
