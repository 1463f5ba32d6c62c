import type { FieldComparison, ProgrammeState, TaskComparison } from '@workplan/domain'
import type { RecordIndex } from '../record-index.ts'
import { compareFields } from './compare-fields.ts'
import type { EntriesBetween } from './entries-between.ts'

/** The workplan at one moment, with everything that ids in it name. */
export interface WorkplanSeen {
  state: ProgrammeState
  index: RecordIndex
}

/** Tasks that were created, or of which anything is other than it was, in the order of the workplan. */
export function compareTasks(
  before: WorkplanSeen,
  after: WorkplanSeen,
  entries: EntriesBetween,
): TaskComparison[] {
  const known = new Map(before.state.records.task.map((task) => [task.id, task]))
  return after.state.records.task.flatMap((task): TaskComparison[] => {
    const earlier = known.get(task.id) ?? null
    const changes = compareFields(
      'task',
      { record: earlier, index: before.index },
      { record: task, index: after.index },
      earlier ? ['id'] : ['id', 'title', 'form', 'source'],
    )
    if (earlier && changes.length === 0) return []
    return [
      {
        id: task.id,
        title: task.title,
        created: earlier === null,
        ended: task.status === 'done' && earlier?.status !== 'done',
        changes: withoutTheDayAlone(changes),
        entries: entries.of('task', task.id),
      },
    ]
  })
}

/** The day of the last update moves with every change: it says something only where it is all that moved. */
function withoutTheDayAlone(changes: FieldComparison[]): FieldComparison[] {
  return changes.length === 1 ? changes : changes.filter(({ field }) => field !== 'updatedOn')
}
