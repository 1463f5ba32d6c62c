import { z } from 'zod'
import { Comment, CommentedOn, CommentText } from './records/comment.ts'
import { Id } from './vocabulary.ts'

/** A new comment. */
export const NewComment = z.strictObject({ about: CommentedOn, text: CommentText })
export type NewComment = z.infer<typeof NewComment>

/** What its writer can do to a comment: say it otherwise, or take it back. */
export const CommentChange = z.union([
  z.strictObject({ text: CommentText }),
  z.strictObject({ state: z.literal('withdrawn') }),
])
export type CommentChange = z.infer<typeof CommentChange>

/** Whether a comment on a section of a draft is dealt with. */
export const CommentResolution = z.strictObject({ resolved: z.boolean() })
export type CommentResolution = z.infer<typeof CommentResolution>

/** Somebody who is named in a comment; the name is missing when nobody of that id is a member any more. */
export const NamedPerson = z.strictObject({ id: Id, name: z.string().nullable() })
export type NamedPerson = z.infer<typeof NamedPerson>

/** A comment as a member sees it. */
export const CommentView = z.strictObject({
  comment: Comment,
  version: z.number().int(),
  by: NamedPerson,
  mentioned: z.array(NamedPerson),
  /** True for its writer, as long as it is not withdrawn. */
  mayChange: z.boolean(),
})
export type CommentView = z.infer<typeof CommentView>
