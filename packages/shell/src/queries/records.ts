import { defineQueryOptions } from '@pinia/colada'
import type { RecordKind } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** Any one record: the page behind a figure. */
export const recordQuery = defineQueryOptions(
  ({ programme, kind, id }: { programme: string; kind: RecordKind; id: string }) => ({
    key: [...programmeKey(programme), 'record', kind, id],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].records[':kind'][':id'].$get(
          { param: { programme, kind, id }, query: {} },
          { init: { signal } },
        ),
      ),
  }),
)
