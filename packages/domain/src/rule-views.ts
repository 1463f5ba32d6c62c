import { z } from 'zod'
import { ComparedValue, FactValue, SubjectKind, Verdict } from './flag.ts'
import { Id, IsoDateSchema, Severity } from './vocabulary.ts'
import { FlagEffect, FlagSummary, RecordRefView } from './views.ts'

/** What the service answers about rules: the library, what a programme changed in it, and rules of its own. */

/** What flags would come to, or came to: also those that stay and say something else, or weigh otherwise. */
export const EffectOnFlags = FlagEffect.extend({
  changed: z.array(
    z.strictObject({
      flag: FlagSummary,
      before: z.strictObject({ severity: Severity, message: z.string() }),
    }),
  ),
})
export type EffectOnFlags = z.infer<typeof EffectOnFlags>

export const FactType = z.enum(['number', 'text', 'yes-no', 'list', 'date', 'table'])
export type FactType = z.infer<typeof FactType>

/** A number that a programme may set otherwise. `place` is where it stands in the rule, as `when.all.1.value`. */
export const RuleThreshold = z.strictObject({
  place: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  operatorInWords: z.string(),
  /** As the rule is written, and as it is in force here. */
  written: z.number(),
  inForce: z.number(),
})
export type RuleThreshold = z.infer<typeof RuleThreshold>

/** What is read of a subject: a fact, or a part of one by its path (`$.children`) or by a parameter. */
export const FactReadingView = z.strictObject({
  fact: z.string(),
  params: z.record(z.string(), z.string()).optional(),
  path: z.string().optional(),
})
export type FactReadingView = z.infer<typeof FactReadingView>

/** Conditions as data and in words, as they are in force in the programme. `place` is a path such as `when.all.1`. */
export type ConditionView =
  | {
      kind: 'all' | 'any' | 'not'
      place: string
      /** `All of these`, or what they say together where the rulebook has a name for it. */
      words: string
      /** The id of the named condition that stands here. */
      name: string | null
      children: ConditionView[]
    }
  | {
      kind: 'condition'
      place: string
      /** The whole comparison: `Days past the due date is more than 5 days`. */
      words: string
      reading: FactReadingView
      label: string
      operator: string
      operatorInWords: string
      value: ComparedValue | FactReadingView
      valueInWords: string
      /** True when the value is a number that a programme may set otherwise, at `place` + `.value`. */
      threshold: boolean
    }

export const ConditionView: z.ZodType<ConditionView> = z.lazy(() =>
  z.union([
    z.strictObject({
      kind: z.enum(['all', 'any', 'not']),
      place: z.string(),
      words: z.string(),
      name: z.string().nullable(),
      children: z.array(ConditionView),
    }),
    z.strictObject({
      kind: z.literal('condition'),
      place: z.string(),
      words: z.string(),
      reading: FactReadingView,
      label: z.string(),
      operator: z.string(),
      operatorInWords: z.string(),
      value: z.union([ComparedValue, FactReadingView]),
      valueInWords: z.string(),
      threshold: z.boolean(),
    }),
  ]),
)

const RuleSourceView = z.strictObject({
  framework: z.string(),
  locator: z.string(),
  text: z.string().nullable(),
  url: z.string().nullable(),
})

/**
 * `draft`: an own rule that was never published. `ended`: its last day has passed. `does-not-fit`: an own rule that reads
 * something which this version of Workplan does not have; it judges nothing until a new version of it is published.
 */
export const RuleState = z.enum(['in-force', 'switched-off', 'draft', 'ended', 'does-not-fit'])
export type RuleState = z.infer<typeof RuleState>

export const RuleSummary = z.strictObject({
  id: Id,
  title: z.string(),
  origin: z.enum(['pack', 'own']),
  state: RuleState,
  subject: SubjectKind.nullable(),
  /** In force here, and as the rule is written; null only in a draft that does not say yet. */
  severity: Severity.nullable(),
  writtenSeverity: Severity.nullable(),
  why: z.string(),
  remedy: z.string(),
  source: RuleSourceView,
  /** The version in force; 0 for a draft that was never published. */
  version: z.number().int(),
  /** The last day in force; null when no end is set. */
  until: IsoDateSchema.nullable(),
  /** True when this programme set it otherwise than it is written. */
  changedHere: z.boolean(),
  /** True when an own rule has a draft that is not published. */
  hasDraft: z.boolean(),
  flagsOpen: z.number().int(),
  /** Subjects it cannot judge because something is not known; null when the rule judges nothing at present. */
  notAssessable: z.number().int().nullable(),
  cases: z.number().int(),
})
export type RuleSummary = z.infer<typeof RuleSummary>

const Thresholds = z.record(z.string().max(200), z.number())

/** How a programme sets a rule of the pack. The whole of it: what is left out goes back to how the rule is written. */
export const RuleSettingsTrial = z.strictObject({
  enabled: z.boolean(),
  /** Null: as the rule is written. */
  severity: Severity.nullable(),
  /** New numbers by their place in the rule, as `{ "when.all.1.value": 14 }`. */
  thresholds: Thresholds,
})
export type RuleSettingsTrial = z.infer<typeof RuleSettingsTrial>

export const RuleSettingsInput = RuleSettingsTrial.extend({ reason: z.string().trim().min(1).max(2000) })
export type RuleSettingsInput = z.infer<typeof RuleSettingsInput>

/** One version of a rule's settings. Version 0 is the rule as written: nobody set anything, so nobody is named. */
export const RuleSettingsView = z.strictObject({
  version: z.number().int(),
  enabled: z.boolean(),
  severity: Severity.nullable(),
  thresholds: Thresholds,
  /** Places of thresholds that the rule does not have any more, after a newer version of it; they have no effect. */
  notApplied: z.array(z.string()),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
})
export type RuleSettingsView = z.infer<typeof RuleSettingsView>

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

/** One version of an own rule. `replaced`: a newer one was published. */
export const RuleVersionView = z.strictObject({
  version: z.number().int(),
  state: z.enum(['draft', 'published', 'replaced', 'ended']),
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
  until: IsoDateSchema.nullable(),
  /** Who ended it, when and why. */
  ended: z.strictObject({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
})
export type RuleVersionView = z.infer<typeof RuleVersionView>

/** A whole rule as it is in force in the programme; for a draft, as far as it is written. */
export const RuleDetail = RuleSummary.extend({
  /** What to send as If-Match with a change of this rule; also the ETag. */
  revision: z.number().int(),
  conditions: ConditionView.nullable(),
  requires: z.array(z.strictObject({ fact: z.string(), label: z.string() })),
  message: z.string(),
  thresholds: z.array(RuleThreshold),
  workedCases: z.array(RuleCaseView),
  /** Null for an own rule, which is changed itself. */
  settings: RuleSettingsView.nullable(),
  /** Earlier and present settings, newest first. */
  settingsHistory: z.array(RuleSettingsView),
  /** Of an own rule, newest first. */
  versions: z.array(RuleVersionView),
  /** Of an own rule: what is not published yet. */
  draft: RuleTrialInput.nullable(),
  /** Of an own rule: what is published, for the editor to start the next version from. */
  published: RuleTrialInput.nullable(),
  /** Flags it raises now, worst first. */
  flags: z.array(FlagSummary),
  /** The first 500 subjects that it cannot judge. */
  notAssessableSubjects: z.array(RecordRefView),
  mayManage: z.boolean(),
})
export type RuleDetail = z.infer<typeof RuleDetail>

export const RuleSaved = z.strictObject({ item: RuleDetail, flags: EffectOnFlags })
export type RuleSaved = z.infer<typeof RuleSaved>

/** The facts that rules about one kind of subject may read, and the named conditions they may use. */
export const SubjectFactsView = z.strictObject({
  kind: SubjectKind,
  /** To be used as `{ condition: name }`. */
  conditions: z.array(z.strictObject({ name: z.string(), title: z.string() })),
  facts: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      type: FactType,
      unit: z.string().nullable(),
      description: z.string(),
      /** A table is compared by its parts; empty for any other fact. */
      parts: z.array(z.strictObject({ reading: FactReadingView, label: z.string() })),
      /** For the fact, or for each part of a table. */
      operators: z.array(
        z.strictObject({
          operator: z.string(),
          words: z.string(),
          /** What it is compared with: a value of that type, or (except for `texts`) another fact of that type. */
          takes: z.enum(['number', 'text', 'texts', 'yes-no', 'date']),
        }),
      ),
      /** Texts that this fact has in the programme at present, at most 30: offered as choices. */
      seen: z.array(z.string()),
    }),
  ),
})
export type SubjectFactsView = z.infer<typeof SubjectFactsView>
