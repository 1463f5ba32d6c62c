import { defineQueryOptions } from '@pinia/colada'
import type { TaskStatus, TaskView, WorkstreamApp } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { viewedMoment } from '../as-at/viewed-moment.ts'
import { programmeKey } from './keys.ts'

export interface TaskFilters {
  app?: WorkstreamApp
  workstream?: string
  status?: TaskStatus
  q?: string
}

export function tasksKey(programme: string) {
  return [...programmeKey(programme), 'tasks'] as const
}

export function taskKey(programme: string, task: string) {
  return [...programmeKey(programme), 'task', task] as const
}

/** Tasks of a programme, narrowed by app, workstream, status or words. */
export const tasksQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: TaskFilters }) => ({
    key: [...tasksKey(programme), filters],
    query: async ({ signal }) => {
      const list = await readPages((cursor) =>
        read(
          api.programmes[':programme'].tasks.$get(
            { param: { programme }, query: { ...filters, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      )
      return { ...list, items: list.items.map(asSeen) }
    },
  }),
)

export const taskQuery = defineQueryOptions(({ programme, task }: { programme: string; task: string }) => ({
  key: taskKey(programme, task),
  query: async ({ signal }) =>
    asSeen(
      await read(
        api.programmes[':programme'].tasks[':id'].$get(
          { param: { programme, id: task }, query: {} },
          { init: { signal } },
        ),
      ),
    ),
}))

/** A task of an earlier moment can be looked at, and no more. */
function asSeen<View extends TaskView>(view: View): View {
  return viewedMoment() === null ? view : { ...view, mayUpdate: false }
}
