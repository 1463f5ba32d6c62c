import { z } from 'zod'
import type { IsoDate } from './dates.ts'
import type { Task } from './records/workplan.ts'
import { statedNow } from './stated-now.ts'
import { Audience, EvidenceLink, Id, PartialDateSchema, StatusReason, TaskStatus } from './vocabulary.ts'

/** What a lead may change on a task. A field left out stays as it is; null empties it. */
export const TaskChange = z
  .strictObject({
    status: TaskStatus.optional(),
    statusReason: StatusReason.nullable().optional(),
    percent: z.number().int().min(0).max(100).nullable().optional(),
    owner: Id.nullable().optional(),
    workstream: Id.nullable().optional(),
    due: PartialDateSchema.nullable().optional(),
    progress: z.string().trim().max(4000).nullable().optional(),
    nextStep: z.string().trim().max(2000).nullable().optional(),
    evidence: z.array(EvidenceLink).max(50).optional(),
    serves: z.array(Id).max(200).optional(),
    /** Why, in the person's words; kept in the journal, not on the task. */
    reason: z.string().trim().max(1000).optional(),
  })
  .refine((change) => Object.keys(change).some((key) => key !== 'reason'), {
    message: 'Change at least one field',
  })
export type TaskChange = z.infer<typeof TaskChange>

/** A task to add to the workplan. What is left out is not known yet. */
export const NewTask = z.strictObject({
  title: z.string().trim().min(1).max(500),
  workstream: Id.nullable(),
  audience: z.array(Audience).min(1).max(4),
  serves: z.array(Id).max(200),
  owner: Id.nullable().optional(),
  due: PartialDateSchema.nullable().optional(),
  progress: z.string().trim().max(4000).nullable().optional(),
  nextStep: z.string().trim().max(2000).nullable().optional(),
  /** Why, in the person's words; kept in the journal, not on the task. */
  reason: z.string().trim().max(1000).optional(),
})
export type NewTask = z.infer<typeof NewTask>

/** Why a change cannot be made, as field and sentence. */
export interface ChangeProblem {
  field: keyof TaskChange
  message: string
}

/**
 * The task after a change made on `asAt`, or what stands against it. Blocked needs a reason; done sets 100%
 * and the completion date; a done task that is opened again loses both. The first date given is the baseline.
 */
export function changeTask(
  task: Task,
  { reason: _reason, ...change }: TaskChange,
  asAt: IsoDate,
): { task: Task } | { problems: ChangeProblem[] } {
  const next: Task = { ...task, ...change, updatedOn: asAt }
  if (change.status !== undefined && change.status !== task.status) {
    if (change.statusReason === undefined) next.statusReason = null
    next.statusAsStated = null
    if (next.status === 'done') {
      next.percent = 100
      next.completedOn = asAt
    } else if (task.status === 'done') {
      next.completedOn = null
      if (change.percent === undefined) next.percent = null
    }
  }
  next.baselineDue = task.baselineDue ?? task.due ?? next.due
  next.basis = statedNow(task.basis, Object.keys(change))
  const problems = problemsWith(next)
  return problems.length > 0 ? { problems } : { task: next }
}

function problemsWith(task: Task): ChangeProblem[] {
  const problems: ChangeProblem[] = []
  if (task.status === 'blocked' && task.statusReason === null)
    problems.push({ field: 'statusReason', message: 'Say what blocks it' })
  if (task.status === 'done' && task.percent !== 100)
    problems.push({ field: 'percent', message: 'A finished task is at 100%' })
  return problems
}
