import { z } from 'zod'
import { ConditionView, FactReadingView } from './condition-views.ts'
import { EffectOnFlags, FlagSummary } from './flag-views.ts'
import { SubjectKind } from './flag.ts'
import { RecordRefView } from './reference-views.ts'
import { RuleCaseView, RuleTrialInput } from './rule-writing.ts'
import { Id, IsoDateSchema, Severity } from './vocabulary.ts'

/** What the service answers about rules: the library, what a programme changed in it, and rules of its own. */

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
