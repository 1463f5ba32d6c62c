import { lastDayOf, type TaskView } from '@workplan/domain'
import type { Column } from '@workplan/ui'
import { statusWords } from '../words/words.ts'
import { ownerOf } from './workplan-filters.ts'

/** The columns of the list that say something of a task; the same go into a file and onto the clipboard. */
export const listColumns: Column<TaskView>[] = [
  { key: 'title', title: 'Task', sortable: true, rowHeader: true, value: ({ task }) => task.title },
  { key: 'status', title: 'Status', sortable: true, value: ({ task }) => statusWords[task.status] },
  {
    key: 'due',
    title: 'Due',
    sortable: true,
    phone: 'detail',
    value: ({ task }) => (task.due === null ? null : lastDayOf(task.due)),
  },
  {
    key: 'workstream',
    title: 'Workstream',
    sortable: true,
    phone: 'detail',
    value: (row) => row.workstreamName ?? 'No workstream',
  },
  {
    key: 'owner',
    title: 'Owner',
    sortable: true,
    phone: 'detail',
    value: (row) => ownerOf(row) ?? 'Nobody is named',
  },
  { key: 'serves', title: 'Serves', phone: 'detail', value: numbersServed },
  {
    key: 'flags',
    title: 'Flags',
    sortable: true,
    numeric: true,
    phone: 'detail',
    value: (row) => row.flags.length,
  },
]

function numbersServed({ serves }: TaskView): string {
  return serves.map(({ number, title }) => number ?? title).join(', ') || 'Nothing recorded'
}
