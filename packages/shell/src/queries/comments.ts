import { defineQueryOptions } from '@pinia/colada'
import type { CommentedOn } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

export function commentsKey(programme: string, { kind, id }: CommentedOn) {
  return [...programmeKey(programme), 'comments', kind, id] as const
}

/** What was said about a task or a flag, oldest first. */
export const commentsQuery = defineQueryOptions(
  ({ programme, about }: { programme: string; about: CommentedOn }) => ({
    key: commentsKey(programme, about),
    query: ({ signal }) =>
      readPages((cursor) =>
        read(
          api.programmes[':programme'].comments.$get(
            { param: { programme }, query: { ...about, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      ),
  }),
)
