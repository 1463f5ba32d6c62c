import { z } from 'zod'
import { FlagEffect, FlagSummary } from './flag-views.ts'
import { DutyType, Requirement } from './framework.ts'
import { Task } from './records/workplan.ts'
import { RecordRefView, RequirementRef } from './reference-views.ts'
import { LevelSummarySchema } from './report.ts'
import { MembershipView, PersonView } from './session-views.ts'
import {
  Audience,
  GapState,
  Id,
  IsoDateSchema,
  Level,
  Severity,
  Source,
  WorkstreamApp,
} from './vocabulary.ts'

/** What the service answers. Every view of a programme is computed for its moment, `asAt`. */

export const TaskView = z.strictObject({
  task: Task,
  version: z.number().int(),
  workstreamName: z.string().nullable(),
  ownerName: z.string().nullable(),
  apps: z.array(WorkstreamApp),
  serves: z.array(RequirementRef),
  flags: z.array(FlagSummary),
  /** Days past the due date on the programme's moment; 0 when not late, null when there is no date or it is done. */
  daysLate: z.number().int().nullable(),
  /** Days since somebody last said something; null when nobody ever did. */
  daysSilent: z.number().int().nullable(),
  /** Tasks that are not done and wait for this one; none once it is done. */
  waitedForBy: z.array(z.strictObject({ id: Id, title: z.string() })),
  mayUpdate: z.boolean(),
})
export type TaskView = z.infer<typeof TaskView>

/** `seq` is the last entry of the journal that the change made. */
export const TaskSaved = z.strictObject({ item: TaskView, flags: FlagEffect, seq: z.number().int() })
export type TaskSaved = z.infer<typeof TaskSaved>

export const WorkstreamView = z.strictObject({
  id: Id,
  name: z.string(),
  label: z.string(),
  app: WorkstreamApp,
  leadName: z.string().nullable(),
  tasks: z.number().int(),
  openFlags: z.number().int(),
})
export type WorkstreamView = z.infer<typeof WorkstreamView>

export const ProgrammeView = MembershipView.extend({
  description: z.string(),
  workstreams: z.array(Id),
  workstreamList: z.array(WorkstreamView),
  frameworks: z.array(z.strictObject({ id: Id, name: z.string(), shortName: z.string(), kind: z.string() })),
  people: z.array(PersonView),
  openFlags: z.strictObject({ high: z.number().int(), medium: z.number().int(), low: z.number().int() }),
})
export type ProgrammeView = z.infer<typeof ProgrammeView>

/** One row of the duty map: what stands behind a duty, delivery-plan item, foundation or building block. */
export const DutyRow = z.strictObject({
  requirement: RequirementRef,
  framework: Id,
  dutyType: DutyType.nullable(),
  parent: Id.nullable(),
  audience: z.array(Audience),
  tasks: z.array(
    z.strictObject({ id: Id, title: z.string(), status: z.string(), audience: z.array(Audience) }),
  ),
  liveTasks: z.number().int(),
  measures: z.strictObject({
    ids: z.array(Id),
    answered: z.number().int(),
    total: z.number().int(),
    level3AndAbove: z.number().int(),
  }),
  position: z
    .strictObject({
      id: Id,
      progress: z.string().nullable(),
      gap: z.string().nullable(),
      gapState: GapState.nullable(),
      nextStep: z.string().nullable(),
      hasWorkstream: z.boolean().nullable(),
    })
    .nullable(),
  coverage: z.array(z.strictObject({ id: Id, title: z.string() })),
  metrics: z.array(z.strictObject({ id: Id, title: z.string() })),
  flags: z.array(FlagSummary),
  worstSeverity: Severity.nullable(),
  lastMovement: IsoDateSchema.nullable(),
})
export type DutyRow = z.infer<typeof DutyRow>

export const RequirementView = Requirement.extend({
  framework: Id,
  tasks: z.array(Id),
  /** Requirements of other frameworks that a document links to this one. */
  linked: z.array(RequirementRef),
  answer: z
    .strictObject({
      id: Id,
      state: z.string(),
      level: Level.nullable(),
      evidence: z.string().nullable(),
      evidenceState: z.string(),
      gap: z.string().nullable(),
    })
    .nullable(),
})
export type RequirementView = z.infer<typeof RequirementView>

/** The level summary of the current round, with what the round is and what was published about it. */
export const LevelSummaryView = LevelSummarySchema.extend({
  assessment: z.strictObject({ id: Id, title: z.string(), framework: Id }),
  asAt: IsoDateSchema,
  levels: z.array(z.strictObject({ level: Level, descriptor: z.string() })),
  published: z.array(
    z.strictObject({
      claim: Id,
      ambition: Id,
      publishedIn: z.string(),
      figures: z.record(z.string(), z.number()),
      differs: z.boolean(),
    }),
  ),
})
export type LevelSummaryView = z.infer<typeof LevelSummaryView>

/** Any record, for the page behind a figure. */
export const RecordView = z.strictObject({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  version: z.number().int(),
  fields: z.array(
    z.strictObject({
      label: z.string(),
      value: z.string().nullable(),
      basis: z.enum(['stated', 'inferred']),
      basisNote: z.string().nullable(),
    }),
  ),
  source: Source,
  flags: z.array(FlagSummary),
  history: z.array(
    z.strictObject({ at: z.iso.datetime(), by: z.string(), what: z.string(), why: z.string().nullable() }),
  ),
})
export type RecordView = z.infer<typeof RecordView>

export const JournalEntry = z.strictObject({
  seq: z.number().int(),
  at: z.iso.datetime(),
  asAt: IsoDateSchema,
  by: z.string(),
  action: z.string(),
  record: RecordRefView,
  /** Fields that changed, before and after, as JSON values. */
  changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  why: z.string().nullable(),
  hash: z.string(),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** One entry of the live stream: enough to know which views to read again. */
export const ChangeEvent = z.strictObject({
  seq: z.number().int(),
  programme: Id,
  kinds: z.array(z.string()),
  ids: z.array(z.string()),
})
export type ChangeEvent = z.infer<typeof ChangeEvent>
