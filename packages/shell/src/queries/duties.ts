import { defineQueryOptions } from '@pinia/colada'
import type { Audience } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

export interface DutyFilters {
  audience?: Audience
}

/** What stands behind each duty, then delivery-plan items, foundations and building blocks. */
export const dutiesQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: DutyFilters }) => ({
    key: [...programmeKey(programme), 'duties', filters],
    query: ({ signal }) =>
      readPages((cursor) =>
        read(
          api.programmes[':programme'].duties.$get(
            { param: { programme }, query: { ...filters, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      ),
  }),
)
