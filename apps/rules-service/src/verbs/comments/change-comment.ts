import type { Comment, CommentChange, CommentView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { checkMentions } from './check-mentions.ts'
import { commentViewer, isWriter } from './comment-view.ts'
import { requireDraftSection } from './commented-section.ts'
import { titleOfCommented } from './commented-on.ts'
import { findComment } from './find-comment.ts'

export interface CommentEdit {
  id: string
  expectedVersion: number
  change: CommentChange
}

/**
 * Lets its writer say a comment otherwise, or take it back; the text that was stays in the journal. Throws `not-found`,
 * `not-allowed`, `stale-version`, `invalid-input`, and `conflict` for one that was taken back or whose report was issued.
 */
export function changeComment(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, change }: CommentEdit,
): Promise<CommentView> {
  return store.change(
    request,
    async (draft) => {
      const { before } = draft
      const comment = findComment(before, id)
      requireAction(member, 'comment.change', { writer: isWriter(comment, member) })
      await draft.requireVersion('comment', id, expectedVersion, () => commentViewer(before, member)(comment))
      if (comment.state === 'withdrawn')
        throw new AppError('conflict', 'This comment was withdrawn; write a new one instead.')
      if (comment.about.kind === 'report-section')
        await requireDraftSection(draft.db, request.programme, comment.about.id)
      const after = commentAfter(comment, change, draft)
      draft.put('comment', after, {
        expectedVersion,
        action: after.state === 'withdrawn' ? 'comment.withdrawn' : 'comment.edited',
        why: null,
        title: titleOfCommented(before, comment.about),
      })
      return after
    },
    ({ after }, comment) => commentViewer(after, member)(comment),
  )
}

function commentAfter(comment: Comment, change: CommentChange, { before, at }: Change): Comment {
  if ('state' in change) return { ...comment, state: change.state, text: null, mentions: [] }
  const { text } = change
  return {
    ...comment,
    text,
    mentions: checkMentions(text, before, comment.mentions),
    editedAt: at.toISOString(),
  }
}
