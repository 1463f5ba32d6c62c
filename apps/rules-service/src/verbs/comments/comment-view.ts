import type { Comment, CommentView, NamedPerson } from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'

/** Comments as this member sees them; `people` are those whose names are known. */
export function commentViewer(
  { versions, people }: Pick<LoadedProgramme, 'versions' | 'people'>,
  member: Member,
): (comment: Comment) => CommentView {
  const named = (id: string): NamedPerson => ({ id, name: people.get(id)?.name ?? null })
  return (comment) => ({
    comment,
    version: versions.get(recordKey('comment', comment.id)) ?? 0,
    by: named(comment.by),
    mentioned: comment.mentions.map(named),
    mayChange:
      comment.state === 'shown' && may(member, 'comment.change', { writer: isWriter(comment, member) }),
  })
}

/** The ids of the people whom a comment is by, or mentions. */
export function peopleOf({ by, mentions }: Pick<Comment, 'by' | 'mentions'>): string[] {
  return [by, ...mentions]
}

/** True when the member wrote the comment. */
export function isWriter({ by }: Pick<Comment, 'by'>, { person }: Member): boolean {
  return by === person.id
}
