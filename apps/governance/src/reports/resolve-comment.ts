import type { CommentView } from '@workplan/domain'
import { api, etagOf, read, useChanging } from '@workplan/shell'

/** Says that a comment on a section of a draft is dealt with, or is open again. */
export function useResolveComment() {
  return useChanging()(
    ({ programme, view, resolved }: { programme: string; view: CommentView; resolved: boolean }, attempt) =>
      read(
        api.programmes[':programme'].comments[':id'].resolution.$post({
          param: { programme, id: view.comment.id },
          header: { 'if-match': etagOf(view.version), 'idempotency-key': attempt },
          json: { resolved },
        }),
      ),
  )
}
