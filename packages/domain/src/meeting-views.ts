import { z } from 'zod'
import { AgendaItem, Escalation, MeetingDecision, MeetingState } from './records/meetings.ts'
import { ReportFormat, ReportSummary } from './report.ts'
import { NewTask } from './task-change.ts'
import { Audience, Id, PartialDateSchema, TaskStatus } from './vocabulary.ts'
import { FlagEffect } from './flag-views.ts'

const Named = z.strictObject({ id: Id, name: z.string() })

/** A meeting in a list. */
export const MeetingView = z.strictObject({
  id: Id,
  version: z.number().int(),
  title: z.string(),
  group: Named.nullable(),
  date: PartialDateSchema,
  state: MeetingState,
  decisions: z.number().int(),
  actions: z.number().int(),
  /** Actions whose task is not done. */
  openActions: z.number().int(),
  mayManage: z.boolean(),
})
export type MeetingView = z.infer<typeof MeetingView>

export const MeetingDecisionView = z.strictObject({
  id: Id,
  version: z.number().int(),
  title: z.string(),
  item: Id.nullable(),
  reason: z.string().nullable(),
  /** The escalated question that it answers. */
  answers: z.strictObject({ id: Id, title: z.string() }).nullable(),
  state: MeetingDecision.shape.state,
})
export type MeetingDecisionView = z.infer<typeof MeetingDecisionView>

/** An action with how its task stands. */
export const MeetingActionView = z.strictObject({
  id: Id,
  version: z.number().int(),
  title: z.string(),
  item: Id.nullable(),
  task: z.strictObject({
    id: Id,
    title: z.string(),
    status: TaskStatus,
    ownerName: z.string().nullable(),
    due: PartialDateSchema.nullable(),
    daysLate: z.number().int().nullable(),
  }),
  state: MeetingDecision.shape.state,
})
export type MeetingActionView = z.infer<typeof MeetingActionView>

export const EscalationView = z.strictObject({
  id: Id,
  version: z.number().int(),
  title: z.string(),
  asked: z.string().nullable(),
  report: z.strictObject({ id: Id, number: z.number().int() }),
  from: Named,
  to: Named,
  work: z.strictObject({ kind: z.string(), id: Id, title: z.string() }).nullable(),
  state: Escalation.shape.state,
  decision: z.strictObject({ id: Id, title: z.string(), meeting: Id }).nullable(),
})
export type EscalationView = z.infer<typeof EscalationView>

const Outcomes = z.strictObject({
  decisions: z.array(MeetingDecisionView),
  actions: z.array(MeetingActionView),
})

/** Everything a group needs for one meeting: agenda, report, what is put to it, and what came of the last one. */
export const MeetingPack = MeetingView.omit({ decisions: true, actions: true }).extend({
  agenda: z.array(AgendaItem),
  ...Outcomes.shape,
  /** The latest report that was issued to the group; null where there is none. */
  report: ReportSummary.nullable(),
  /** Questions put to the group that wait for its decision. */
  escalated: z.array(EscalationView),
  last: Outcomes.extend({ id: Id, title: z.string(), date: PartialDateSchema }).nullable(),
})
export type MeetingPack = z.infer<typeof MeetingPack>

/** The formats the pack of a meeting can be had in. */
export const MeetingFormat = ReportFormat.extract(['pdf', 'docx', 'html'])
export type MeetingFormat = z.infer<typeof MeetingFormat>

const title = z.string().trim().min(1).max(300)

/** An item of the agenda as it is sent: without an id it is new. */
const AgendaItemInput = z.strictObject({
  id: Id.optional(),
  title,
  about: z.strictObject({ kind: z.string().min(1), id: Id }).nullable(),
  minutes: z.string().trim().min(1).max(8000).nullable(),
})
export type AgendaItemInput = z.infer<typeof AgendaItemInput>

const agenda = z.array(AgendaItemInput).max(50)

export const NewMeeting = z.strictObject({ title, group: Id, date: PartialDateSchema, agenda })
export type NewMeeting = z.infer<typeof NewMeeting>

/** What changes about a meeting; the agenda is sent whole. */
export const MeetingChange = z
  .strictObject({
    title: title.optional(),
    date: PartialDateSchema.optional(),
    state: MeetingState.optional(),
    agenda: agenda.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { message: 'Change at least one thing' })
export type MeetingChange = z.infer<typeof MeetingChange>

export const NewDecision = z.strictObject({
  title: MeetingDecision.shape.title,
  item: Id.nullable(),
  reason: MeetingDecision.shape.reason,
  /** The escalated question that it answers. */
  answers: Id.nullable(),
})
export type NewDecision = z.infer<typeof NewDecision>

/** An action: a new task with owner and date, or one that is in the workplan already. */
export const NewAction = z.strictObject({
  item: Id.nullable(),
  task: z.union([
    z.strictObject({ id: Id }),
    NewTask.pick({ title: true, workstream: true, owner: true, due: true }).extend({
      audience: z.array(Audience).min(1).max(4),
    }),
  ]),
})
export type NewAction = z.infer<typeof NewAction>

/** Why a decision or action is taken back. */
export const Withdrawal = z.strictObject({ reason: z.string().trim().min(1).max(1000) })
export type Withdrawal = z.infer<typeof Withdrawal>

export const MeetingSaved = z.strictObject({ item: MeetingView, flags: FlagEffect })
export type MeetingSaved = z.infer<typeof MeetingSaved>

/** Questions of an issued report that go to the group above. */
export const NewEscalations = z.strictObject({
  to: Id,
  asked: Escalation.shape.asked,
  questions: z
    .array(z.strictObject({ title: Escalation.shape.title, work: Escalation.shape.work }))
    .min(1)
    .max(20),
})
export type NewEscalations = z.infer<typeof NewEscalations>
