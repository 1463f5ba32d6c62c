import { z } from 'zod'
import { ExplanationNode, FlagStatus, SubjectKind } from './flag.ts'
import { RecordRefView } from './reference-views.ts'
import { Audience, Id, IsoDateSchema, Severity, Source } from './vocabulary.ts'

export const FlagSummary = z.strictObject({
  id: z.string(),
  rule: Id,
  /** The rule's title: the cause that flags can be grouped by. */
  title: z.string(),
  severity: Severity,
  status: FlagStatus,
  subject: z.strictObject({ kind: SubjectKind, id: z.string(), title: z.string() }),
  message: z.string(),
  audience: z.array(Audience),
  workstreams: z.array(Id),
  /** The duty or ambition it counts under, for grouping. */
  requirements: z.array(Id),
  /** When it was recorded (real time) and on which day of the programme. */
  raisedAt: z.iso.datetime(),
  raisedOn: IsoDateSchema,
  clearedAt: z.iso.datetime().nullable(),
  clearedOn: IsoDateSchema.nullable(),
})
export type FlagSummary = z.infer<typeof FlagSummary>

/** A record the rule looked at, with the fields that mattered, so that a reader can check by hand. */
export const LookedAtRecord = RecordRefView.extend({
  fields: z.array(z.strictObject({ label: z.string(), value: z.string().nullable() })),
  source: Source.nullable(),
})
export type LookedAtRecord = z.infer<typeof LookedAtRecord>

export const FlagEvent = z.strictObject({
  at: z.iso.datetime(),
  on: IsoDateSchema,
  event: z.enum([
    'raised',
    'reopened',
    'cleared',
    'changed',
    'assigned',
    'accepted',
    'acceptance-requested',
    'disputed',
    'asked',
    'answered',
  ]),
  /** A person's name, or null when a change to the records did it. */
  by: z.string().nullable(),
  why: z.string().nullable(),
  /** The change that caused it. */
  cause: RecordRefView.nullable(),
})
export type FlagEvent = z.infer<typeof FlagEvent>

export const FlagDetail = FlagSummary.extend({
  /** What a decision starts from, for `If-Match`. */
  version: z.number().int(),
  explanation: ExplanationNode,
  /** The version of the rule that raised it (or opened it again), and the one that held when it was last judged. */
  ruleVersion: z.number().int(),
  judgedByVersion: z.number().int(),
  /** Why the rule exists. */
  why: z.string(),
  /** What would clear it. */
  remedy: z.string(),
  source: z.strictObject({
    framework: z.string(),
    locator: z.string(),
    text: z.string().nullable(),
    url: z.string().nullable(),
  }),
  records: z.array(LookedAtRecord),
  history: z.array(FlagEvent),
  /** Other flags of the same rule that are not cleared. */
  similar: z.number().int(),
})
export type FlagDetail = z.infer<typeof FlagDetail>

/** What a change did to the flags. */
export const FlagEffect = z.strictObject({
  cleared: z.array(FlagSummary),
  raised: z.array(FlagSummary),
  reopened: z.array(FlagSummary),
})
export type FlagEffect = z.infer<typeof FlagEffect>

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

export const FlagsByCause = z.strictObject({
  rule: Id,
  title: z.string(),
  severity: Severity,
  count: z.number().int(),
})
export type FlagsByCause = z.infer<typeof FlagsByCause>
