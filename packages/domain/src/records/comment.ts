import { z } from 'zod'
import { Id, recordBase } from '../vocabulary.ts'

/** What a comment can be about. */
export const CommentedKind = z.enum(['task', 'flag', 'report-section'])
export type CommentedKind = z.infer<typeof CommentedKind>

export const CommentedOn = z.strictObject({
  kind: CommentedKind,
  id: z.string().min(1).max(300),
})
export type CommentedOn = z.infer<typeof CommentedOn>

/** A comment as it is written: plain text, in which `@[person.id]` mentions somebody. */
export const CommentText = z.string().trim().min(1).max(4000)

/** What somebody said about a task, a flag or a section of a draft report. Once it is withdrawn its text is in the journal alone. */
export const Comment = z
  .strictObject({
    ...recordBase,
    about: CommentedOn,
    /** The id of the person who wrote it. */
    by: Id,
    /** When it was written, in real time. */
    at: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    state: z.enum(['shown', 'withdrawn']),
    text: CommentText.nullable(),
    /** The people whom the text mentions, each once. */
    mentions: z.array(Id),
    /** Who said that it is dealt with, of one on a section of a report; null when it is not. */
    resolved: z.strictObject({ by: Id, at: z.iso.datetime() }).nullable().optional(),
  })
  .refine(({ state, text }) => (state === 'shown') === (text !== null), {
    path: ['text'],
    message: 'is there as long as the comment is not withdrawn',
  })
export type Comment = z.infer<typeof Comment>
