import { type Comment, type CommentedOn, readSectionReference, textWithNames } from '@workplan/domain'
import type { CommentExcerpt } from './journal-excerpts.ts'
import type { NoticeDraft } from './notice-draft.ts'

/** Characters of a comment that a notice shows. */
const SHOWN = 200

/** The comments that mention somebody, and are not their own. */
export function commentsMentioning(comments: readonly Comment[], person: string): Comment[] {
  return comments.filter(({ by, mentions }) => by !== person && mentions.includes(person))
}

/**
 * A notice for each comment that mentions somebody. It is dealt with once they have said something there themselves.
 * `titleOf` is undefined for what is not there any more.
 */
export function mentionNotices(
  comments: readonly Comment[],
  entries: readonly CommentExcerpt[],
  {
    person,
    nameOf,
    titleOf,
  }: {
    person: string
    nameOf: (id: string) => string | null
    titleOf: (about: CommentedOn) => string | undefined
  },
): NoticeDraft[] {
  const entriesOf = Map.groupBy(entries, ({ id }) => id)
  return commentsMentioning(comments, person).flatMap((comment): NoticeDraft[] => {
    const { about, text } = comment
    const title = titleOf(about)
    const first = entriesOf.get(comment.id)?.find(({ mentions }) => mentions.includes(person))
    if (!first || title === undefined || text === null) return []
    return [
      {
        id: `mentioned-${comment.id}`,
        kind: 'mentioned',
        title,
        text: shortened(textWithNames(text, nameOf)),
        by: nameOf(comment.by),
        at: first.at.toISOString(),
        on: first.asAt,
        opens: placeOf(about),
        seq: first.seq,
        dealtWith: comments.some(
          (other) =>
            other.by === person &&
            other.about.kind === about.kind &&
            other.about.id === about.id &&
            other.at > comment.at,
        ),
      },
    ]
  })
}

/** A section is read in its report. */
function placeOf({ kind, id }: CommentedOn): NoticeDraft['opens'] {
  if (kind !== 'report-section') return { kind, id }
  return { kind: 'report', id: readSectionReference(id)?.report ?? id }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1).trimEnd()}…` : line
}
