import type { CommentResolution, CommentView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { commentViewer } from './comment-view.ts'
import { requireDraftSection } from './commented-section.ts'
import { titleOfCommented } from './commented-on.ts'
import { findComment } from './find-comment.ts'

/**
 * Says that a comment on a section of a draft is dealt with, or is not after all. Throws `not-found`, `not-allowed`,
 * `stale-version`, and `conflict` for a comment on anything else, or one that was withdrawn.
 */
export function resolveComment(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, resolved }: CommentResolution & { id: string; expectedVersion: number },
): Promise<CommentView> {
  return store.change(
    request,
    async (draft) => {
      const { before, db, at, actor } = draft
      const comment = findComment(before, id)
      requireAction(member, 'comment.write')
      await draft.requireVersion('comment', id, expectedVersion, () => commentViewer(before, member)(comment))
      if (comment.about.kind !== 'report-section' || comment.state === 'withdrawn')
        throw new AppError('conflict', 'Only a comment on a section of a draft is dealt with.')
      await requireDraftSection(db, request.programme, comment.about.id)
      const after = { ...comment, resolved: resolved ? { by: actor, at: at.toISOString() } : null }
      draft.put('comment', after, {
        expectedVersion,
        action: resolved ? 'comment.resolved' : 'comment.reopened',
        why: null,
        title: titleOfCommented(before, comment.about),
      })
      return after
    },
    ({ after }, comment) => commentViewer(after, member)(comment),
  )
}
