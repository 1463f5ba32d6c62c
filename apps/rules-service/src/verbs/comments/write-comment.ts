import type { Comment, CommentView, NewComment } from '@workplan/domain'
import { randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { checkMentions } from './check-mentions.ts'
import { commentViewer } from './comment-view.ts'
import { requireDraftSection } from './commented-section.ts'
import { titleOfCommented } from './commented-on.ts'

/**
 * Adds a comment to a task, a flag or a section of a draft report. Throws `not-found`, `conflict` for a report that is a draft no
 * more, and `invalid-input` for a mention of nobody.
 */
export function writeComment(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { about, text }: NewComment,
): Promise<CommentView> {
  return store.change(
    request,
    async (draft) => {
      const { before, at, actor } = draft
      if (about.kind === 'report-section') await requireDraftSection(draft.db, request.programme, about.id)
      const comment: Comment = {
        id: `${request.programme}.comment.${randomBytes(8).toString('hex')}`,
        source: { document: 'Workplan', section: 'Comments' },
        about,
        by: actor,
        at: at.toISOString(),
        editedAt: null,
        state: 'shown',
        text,
        mentions: checkMentions(text, before),
      }
      draft.put('comment', comment, {
        expectedVersion: null,
        action: 'comment.written',
        why: null,
        title: titleOfCommented(before, about),
      })
      return comment
    },
    ({ after }, comment) => commentViewer(after, member)(comment),
  )
}
