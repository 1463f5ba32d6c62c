import type { IsoDate, TaskView } from '@workplan/domain'
import type { Column } from '@workplan/ui'
import { dueText } from '../words/task-dates.ts'
import { statusWords } from '../words/words.ts'
import { groupWords } from './group-words.ts'
import { weekGroupOf } from './week-place.ts'
import { weekReason } from './week-reason.ts'

/** My week as columns of a spreadsheet. */
export function weekColumns(asAt: IsoDate): Column<TaskView>[] {
  return [
    { key: 'group', title: 'Why now', value: (view) => groupWords[weekGroupOf(view, asAt)] },
    { key: 'title', title: 'Task', value: ({ task }) => task.title },
    { key: 'reason', title: 'Reason', value: (view) => weekReason(view, asAt) },
    { key: 'status', title: 'Status', value: ({ task }) => statusWords[task.status] },
    { key: 'due', title: 'Due', value: ({ task }) => dueText(task, asAt) },
    { key: 'owner', title: 'Owner', value: ({ ownerName, task }) => ownerName ?? task.ownerAsStated },
    { key: 'next', title: 'Next step', value: ({ task }) => task.nextStep },
  ]
}
