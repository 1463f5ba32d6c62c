import { useQueryCache, type QueryCache } from '@pinia/colada'
import type { CommentChange, CommentedOn, CommentView } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { commentsKey } from '../queries/comments.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme, refreshQueries } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface CommentWriting {
  programme: string
  about: CommentedOn
  text: string
  attempt?: string
}

/** Adds a comment to a task, a flag or a section of a draft report; it is in the thread at once. */
export function useWriteComment() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, about, text }: CommentWriting, attempt) =>
      read(
        api.programmes[':programme'].comments.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json: { about, text },
        }),
      ),
    onSuccess: (saved, { programme }) => putIntoThread(cache, programme, saved),
  })
}

export interface CommentChanging {
  programme: string
  comment: CommentView
  change: CommentChange
  attempt?: string
}

/** Says a comment of one's own otherwise, or withdraws it. */
export function useChangeComment() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, comment, change }: CommentChanging, attempt) =>
      read(
        api.programmes[':programme'].comments[':id'].$patch({
          param: { programme, id: comment.comment.id },
          header: { 'if-match': etagOf(comment.version), 'idempotency-key': attempt },
          json: change,
        }),
      ),
    onSuccess: (saved, { programme }) => putIntoThread(cache, programme, saved),
  })
}

function putIntoThread(cache: QueryCache, programme: string, saved: CommentView): void {
  const key = commentsKey(programme, saved.comment.about)
  const thread = cache.getQueryData<{ items: CommentView[]; next: string | null }>(key)
  if (thread) {
    const known = thread.items.some(({ comment }) => comment.id === saved.comment.id)
    const items = known
      ? thread.items.map((view) => (view.comment.id === saved.comment.id ? saved : view))
      : [...thread.items, saved]
    cache.setQueryData(key, { ...thread, items })
  }
  // The checks of a draft report count the comments on it.
  if (saved.comment.about.kind === 'report-section') void refreshProgramme(cache, programme)
  else void refreshQueries(cache, key)
}
