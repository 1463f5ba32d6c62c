import type { ProgrammeState, Task, TaskComparison } from '@workplan/domain'
import type { EntriesBetween } from './entries-between.ts'

/** Tasks that were created, or whose status or dates are others, in the order of the workplan. */
export function compareTasks(
  before: ProgrammeState,
  after: ProgrammeState,
  entries: EntriesBetween,
): TaskComparison[] {
  const known = new Map(before.records.task.map((task) => [task.id, task]))
  return after.records.task.flatMap((task): TaskComparison[] => {
    const earlier = known.get(task.id) ?? null
    const changes = {
      status: changeOf(earlier, task, 'status'),
      start: changeOf(earlier, task, 'start'),
      due: changeOf(earlier, task, 'due'),
    }
    if (earlier && Object.values(changes).every((change) => change === null)) return []
    return [
      {
        id: task.id,
        title: task.title,
        created: earlier === null,
        ended: task.status === 'done' && earlier?.status !== 'done',
        ...changes,
        entries: entries.of('task', task.id),
      },
    ]
  })
}

/** A field before and after; null when it is the same. Of a task that is new it is there with nothing before it. */
function changeOf<Field extends keyof Task>(
  before: Task | null,
  after: Task,
  field: Field,
): { before: Task[Field] | null; after: Task[Field] } | null {
  if (before && before[field] === after[field]) return null
  return { before: before?.[field] ?? null, after: after[field] }
}
