import type { FlagSummary, TaskView } from '@workplan/domain'

/** What a flag is about, as far as it says which work would clear it. */
export type FlagToAssign = Pick<FlagSummary, 'subject' | 'requirements'>

/** Unfinished tasks that flags can be given to: those that serve what they are about first, then by title. */
export function tasksToAssign(tasks: readonly TaskView[], flags: readonly FlagToAssign[]): TaskView[] {
  const about = new Set(flags.flatMap(({ subject, requirements }) => [subject.id, ...requirements]))
  const isNear = ({ task }: TaskView) => about.has(task.id) || task.serves.some((id) => about.has(id))
  return tasks
    .filter(({ task }) => task.status !== 'done')
    .toSorted(
      (one, other) =>
        Number(isNear(other)) - Number(isNear(one)) || one.task.title.localeCompare(other.task.title),
    )
}
