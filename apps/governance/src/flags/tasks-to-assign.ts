import type { FlagDetail, TaskView } from '@workplan/domain'

/** Unfinished tasks a flag can be given to: those that serve what it is about first, then by title. */
export function tasksToAssign(
  tasks: readonly TaskView[],
  flag: Pick<FlagDetail, 'subject' | 'requirements'>,
): TaskView[] {
  const about = new Set([flag.subject.id, ...flag.requirements])
  const isNear = ({ task }: TaskView) => about.has(task.id) || task.serves.some((id) => about.has(id))
  return tasks
    .filter(({ task }) => task.status !== 'done')
    .toSorted(
      (one, other) =>
        Number(isNear(other)) - Number(isNear(one)) || one.task.title.localeCompare(other.task.title),
    )
}
