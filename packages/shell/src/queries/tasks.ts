import { defineQueryOptions } from '@pinia/colada'
import type { TaskStatus, WorkstreamApp } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
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
    query: ({ signal }) =>
      readPages((cursor) =>
        read(
          api.programmes[':programme'].tasks.$get(
            { param: { programme }, query: { ...filters, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      ),
  }),
)

export const taskQuery = defineQueryOptions(({ programme, task }: { programme: string; task: string }) => ({
  key: taskKey(programme, task),
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].tasks[':id'].$get(
        { param: { programme, id: task }, query: {} },
        { init: { signal } },
      ),
    ),
}))
