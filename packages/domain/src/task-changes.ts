import { z } from 'zod'
import { MOST_TASKS_AT_ONCE } from './most-tasks-at-once.ts'
import { TaskChange } from './task-change.ts'
import { FlagEffect } from './flag-views.ts'
import { TaskView } from './views.ts'
import { Id } from './vocabulary.ts'

/** A task, and the version of it that somebody looked at. */
const SeenTask = z.strictObject({ id: Id, version: z.number().int().positive() })

/** Changes of several tasks that happen together or not at all, each from the version that the person saw. */
export const TaskChanges = z.strictObject({
  tasks: z
    .array(SeenTask.extend({ change: TaskChange }))
    .min(1)
    .max(MOST_TASKS_AT_ONCE)
    .refine(areDifferent, { message: 'must not name the same task twice' }),
  /** Why, in the person's words; kept in the journal for each task that gives no reason of its own. */
  reason: z.string().trim().max(1000).optional(),
})
export type TaskChanges = z.infer<typeof TaskChanges>

/** Tasks to put back to what they were before somebody's own last change, with the versions it left. */
export const TasksToUndo = z.strictObject({
  tasks: z
    .array(SeenTask)
    .min(1)
    .max(MOST_TASKS_AT_ONCE)
    .refine(areDifferent, { message: 'must not name the same task twice' }),
})
export type TasksToUndo = z.infer<typeof TasksToUndo>

/** The tasks as they are now, what all of it did to the flags, and the last entry of the journal that it made. */
export const TasksSaved = z.strictObject({
  items: z.array(TaskView),
  flags: FlagEffect,
  seq: z.number().int(),
})
export type TasksSaved = z.infer<typeof TasksSaved>

function areDifferent(tasks: readonly { id: string }[]): boolean {
  return new Set(tasks.map(({ id }) => id)).size === tasks.length
}
