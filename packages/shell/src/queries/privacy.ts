import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'

/** What is held about the people who use Workplan, why and for how long. */
export const retentionQuery = defineQueryOptions({
  key: ['retention'],
  query: ({ signal }) => read(api.privacy.$get({}, { init: { signal } })),
})
