import { z } from 'zod'
import { ConditionView } from './condition-views.ts'
import { EffectOnFlags, FlagSummary } from './flag-views.ts'
import { FactValue, SubjectKind, Verdict } from './flag.ts'
import { RecordRefView } from './reference-views.ts'
import { IsoDateSchema, Severity } from './vocabulary.ts'

/** What a programme sends when it writes a rule of its own, and what it is answered. */

/** What a case says must come out: flags, does not flag, or cannot be said. */
export const CaseOutcome = z.union([z.boolean(), z.literal('not-assessable')])
export type CaseOutcome = z.infer<typeof CaseOutcome>

/** One worked example. Not known is null. */
export const RuleCaseInput = z.strictObject({
  name: z.string().max(300),
  facts: z.record(z.string().max(100), FactValue),
  flags: CaseOutcome,
})
export type RuleCaseInput = z.infer<typeof RuleCaseInput>

export const RuleCaseView = RuleCaseInput.extend({
  /** What comes out for the rule as it is in force here; differs from `flags` only where a threshold was changed. */
  verdict: Verdict,
})
export type RuleCaseView = z.infer<typeof RuleCaseView>

const text = (longest: number) => z.string().trim().max(longest)

/** Far more than any rule needs; a rule that is published has stricter limits. */
const DEEPEST = 30

/** Walks level by level: what is nested deep must not exhaust the stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []))
  }
  return false
}

/** A rule of the programme's own as far as it is written. Only `check` says whether it is complete. */
export const RuleDocument = z.strictObject({
  title: text(200),
  subject: SubjectKind.nullable(),
  severity: Severity.nullable(),
  source: z.strictObject({
    framework: text(300),
    locator: text(300),
    text: text(2000).optional(),
    url: text(2000).optional(),
  }),
  why: text(2000),
  /** Facts that must be known, or nothing can be said. */
  requires: z.array(z.string().max(100)).max(20),
  /** Conditions as in a rule file; null while there are none. */
  when: z.unknown().refine((when) => !isDeeperThan(when, DEEPEST), 'Conditions are nested too deep'),
  message: text(500),
  remedy: text(2000),
})
export type RuleDocument = z.infer<typeof RuleDocument>

/** What the editor sends to be checked or tried. */
export const RuleTrialInput = z.strictObject({
  document: RuleDocument,
  cases: z.array(RuleCaseInput).max(100),
})
export type RuleTrialInput = z.infer<typeof RuleTrialInput>

/** What the editor saves as a draft. */
export const RuleDraftInput = RuleTrialInput.extend({
  document: RuleDocument.extend({ title: text(200).min(1, 'Give it a title') }),
})
export type RuleDraftInput = z.infer<typeof RuleDraftInput>

/** Why, in the person's words; kept in the journal. */
export const RulePublishInput = z.strictObject({ reason: text(2000).min(1) })
export type RulePublishInput = z.infer<typeof RulePublishInput>

export const RuleEndInput = z.strictObject({
  reason: text(2000).min(1),
  /** The last day in force, no earlier than yesterday; left out: it ends now. */
  until: IsoDateSchema.optional(),
})
export type RuleEndInput = z.infer<typeof RuleEndInput>

/** Something that stands against publishing. `place` as `title`, `when.all.1.value`, `cases.0.facts.level` or `cases`. */
export const RuleProblem = z.strictObject({ place: z.string(), message: z.string() })
export type RuleProblem = z.infer<typeof RuleProblem>

export const RuleCaseCheck = z.strictObject({
  name: z.string(),
  expected: CaseOutcome,
  /** What our evaluator says; null when the conditions or the facts of the case cannot be read. */
  verdict: Verdict.nullable(),
  /** What json-rules-engine says; null when it cannot be asked, because a fact is not known or cannot be read. */
  reference: z.boolean().nullable(),
  /** False when the verdict is not the expected one, or the reference says otherwise; null without a verdict. */
  agrees: z.boolean().nullable(),
})
export type RuleCaseCheck = z.infer<typeof RuleCaseCheck>

export const RuleCheck = z.strictObject({
  /** True when it could be published. */
  ready: z.boolean(),
  problems: z.array(RuleProblem),
  /** One for each case, in the order sent. */
  cases: z.array(RuleCaseCheck),
  /** Null while the conditions cannot be read. */
  conditions: ConditionView.nullable(),
})
export type RuleCheck = z.infer<typeof RuleCheck>

export const TriedFlag = FlagSummary.pick({
  subject: true,
  severity: true,
  message: true,
  audience: true,
  workstreams: true,
})
export type TriedFlag = z.infer<typeof TriedFlag>

/** What a rule would raise on the programme as it stands. Lists hold the first 50. */
export const RuleTrial = z.strictObject({
  /** Subjects of its kind in the programme. */
  subjects: z.number().int(),
  count: z.number().int(),
  items: z.array(TriedFlag),
  notAssessable: z.strictObject({ count: z.number().int(), items: z.array(RecordRefView) }),
  /** What publishing it would do to the flags there are. */
  effect: EffectOnFlags,
})
export type RuleTrial = z.infer<typeof RuleTrial>
