import { defineQueryOptions } from '@pinia/colada'
import type { WorkstreamApp } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

/** The milestones of an app's workstreams, with those of the whole programme. */
export const milestonesQuery = defineQueryOptions(
  ({ programme, app }: { programme: string; app: WorkstreamApp }) => ({
    key: [...programmeKey(programme), 'milestones', app],
    query: ({ signal }) =>
      readPages((cursor) =>
        read(
          api.programmes[':programme'].milestones.$get(
            { param: { programme }, query: { app, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      ),
  }),
)
