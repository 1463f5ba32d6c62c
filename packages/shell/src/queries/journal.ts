import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

export interface JournalFilters {
  kind?: string
  id?: string
  limit?: string
  cursor?: string
}

/** Who changed what, newest first. Only for people with `journal.view`. */
export const journalQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: JournalFilters }) => ({
    key: [...programmeKey(programme), 'journal', filters],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].journal.$get(
          { param: { programme }, query: filters },
          { init: { signal } },
        ),
      ),
  }),
)
