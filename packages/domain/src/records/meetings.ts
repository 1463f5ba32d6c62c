import { z } from 'zod'
import { Id, PartialDateSchema, recordBase } from '../vocabulary.ts'

/** A report or a record that an item of an agenda is about, as it was called when it was put there. */
export const AgendaSubject = z.strictObject({ kind: z.string().min(1), id: Id, title: z.string() })

export const AgendaItem = z.strictObject({
  /** Within the meeting; stays the same when items move. */
  id: Id,
  title: z.string().trim().min(1).max(300),
  about: AgendaSubject.nullable(),
  /** What was said; null as long as nobody wrote it down. */
  minutes: z.string().trim().min(1).max(8000).nullable(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const MeetingState = z.enum(['planned', 'held', 'cancelled'])

export const Meeting = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  group: Id.nullable(),
  date: PartialDateSchema,
  state: MeetingState.default('held'),
  agenda: z.array(AgendaItem).default([]),
})
export type Meeting = z.infer<typeof Meeting>

/** `withdrawn`: recorded by mistake; it stays on record and counts no more. */
const Standing = z.enum(['standing', 'withdrawn'])

/** What a group decided in a meeting. */
export const MeetingDecision = z.strictObject({
  ...recordBase,
  title: z.string().trim().min(1).max(500),
  meeting: Id,
  /** The id of the item under which it was decided; null where it was under none. */
  item: Id.nullable(),
  reason: z.string().trim().min(1).max(2000).nullable(),
  /** The escalated question that it answers. */
  answers: Id.nullable(),
  state: Standing,
})
export type MeetingDecision = z.infer<typeof MeetingDecision>

/** Something that a meeting asked somebody to do; the task has owner, date and status. */
export const MeetingAction = z.strictObject({
  ...recordBase,
  title: z.string().trim().min(1).max(500),
  meeting: Id,
  item: Id.nullable(),
  task: Id,
  state: Standing,
})
export type MeetingAction = z.infer<typeof MeetingAction>

/** A decision that an issued report asks for, put to the group above the one it was issued to. */
export const Escalation = z.strictObject({
  ...recordBase,
  title: z.string().trim().min(1).max(500),
  /** Why it comes to them, and by when they are asked to decide. */
  asked: z.string().trim().min(1).max(2000).nullable(),
  report: Id,
  /** The number of that report. */
  number: z.number().int(),
  from: Id,
  to: Id,
  /** The task or milestone that waits for it. */
  work: z.strictObject({ kind: z.enum(['task', 'milestone']), id: Id }).nullable(),
  state: z.enum(['open', 'answered']),
  /** The decision that answered it. */
  decision: Id.nullable(),
})
export type Escalation = z.infer<typeof Escalation>
