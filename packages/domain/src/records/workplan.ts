import { z } from 'zod'
import {
  Audience,
  EvidenceLink,
  Id,
  IsoDateSchema,
  PartialDateSchema,
  recordBase,
  StatusReason,
  TaskStatus,
  WorkstreamApp,
} from '../vocabulary.ts'

export const Workstream = z.strictObject({
  ...recordBase,
  name: z.string().min(1),
  label: z.string().min(1),
  /** The app in which this workstream's lead works. */
  app: WorkstreamApp,
  /** A person of this programme, when one is named. */
  lead: Id.nullable(),
})
export type Workstream = z.infer<typeof Workstream>

/** A quarter as printed: `Q3+` means the third or later; the year may be missing. */
export const PlanQuarter = z.strictObject({
  label: z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'Q3+']),
  /** Financial year as `2023-24`, or null when none is given. */
  year: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
})
export type PlanQuarter = z.infer<typeof PlanQuarter>

/** Something a task waits for: another task of this workplan, or something described in words that no task delivers. */
export const Dependency = z.strictObject({
  task: Id.nullable(),
  what: z.string().min(1),
})
export type Dependency = z.infer<typeof Dependency>

/** How a piece of work appears in the programme's papers. */
export const TaskForm = z.enum(['task', 'plan-row', 'next-step', 'action'])
export type TaskForm = z.infer<typeof TaskForm>

/** A piece of work. Stored once and shown under every requirement it serves. */
export const Task = z.strictObject({
  ...recordBase,
  form: TaskForm,
  title: z.string().trim().min(1).max(500),
  workstream: Id.nullable(),
  audience: z.array(Audience).min(1),
  serves: z.array(Id),
  owner: Id.nullable(),
  /** Owners as the papers name them, when they are not people of this programme. */
  ownerAsStated: z.string().nullable(),
  status: TaskStatus,
  statusReason: StatusReason.nullable(),
  /** The programme's own word for where it stands, when it is not one of ours. */
  statusAsStated: z.string().nullable(),
  /** 0 to 100, or null when nobody said. */
  percent: z.number().int().min(0).max(100).nullable(),
  start: PartialDateSchema.nullable(),
  due: PartialDateSchema.nullable(),
  /** The due date first agreed; null when there never was one. */
  baselineDue: PartialDateSchema.nullable(),
  quarter: PlanQuarter.nullable(),
  progress: z.string().trim().max(4000).nullable(),
  nextStep: z.string().trim().max(2000).nullable(),
  evidence: z.array(EvidenceLink),
  dependsOn: z.array(Dependency),
  fundingNeeded: z.boolean().nullable(),
  /** Tasks that say the same work share a group, so that they can be made one. */
  duplicateGroup: z.string().nullable(),
  themes: z.array(z.string()),
  /** The date somebody last said something about this task; null when unknown. */
  updatedOn: IsoDateSchema.nullable(),
  completedOn: IsoDateSchema.nullable(),
})
export type Task = z.infer<typeof Task>

export const Milestone = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  order: z.number().int().positive(),
  status: TaskStatus,
  statusAsStated: z.string().nullable(),
  due: PartialDateSchema.nullable(),
  baselineDue: PartialDateSchema.nullable(),
  /** Every due date it has had before the present one, oldest first. */
  earlierDues: z.array(PartialDateSchema),
  workstream: Id.nullable(),
  serves: z.array(Id),
})
export type Milestone = z.infer<typeof Milestone>
