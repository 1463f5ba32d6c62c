import type { ExplanationNode } from '@workplan/domain'
import type { Subject } from '../facts/subject.ts'
import type { Rule } from '../rule/rule.ts'

/** A rule and a subject that it holds for, or that it cannot assess. */
export interface Finding {
  rule: Rule
  subject: Subject
}

export interface Findings {
  holding: Finding[]
  /** Rules that could not be judged because a fact they need is not known. */
  notAssessable: Finding[]
}

/** Judges subjects by a fixed set of rules. Synchronous and pure: the same subjects give the same findings. */
export interface Evaluator {
  /** The rules, in the order in which the findings of one kind of subject come. */
  rules: readonly Rule[]
  judge(subjects: readonly Subject[]): Findings
  /** The rule's sentence about the subject. */
  message(finding: Finding): string
  /** Every condition of the rule with what it needed, what it found and how it came out. */
  explain(finding: Finding): ExplanationNode
}
