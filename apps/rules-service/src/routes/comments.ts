import { z } from '@hono/zod-openapi'
import {
  CommentChange,
  CommentedKind,
  CommentResolution,
  CommentView,
  Id,
  NewComment,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { namedPeople } from '../named-people.ts'
import { changeComment } from '../verbs/comments/change-comment.ts'
import { commentViewer, peopleOf } from '../verbs/comments/comment-view.ts'
import { titleOfCommented } from '../verbs/comments/commented-on.ts'
import { findComment } from '../verbs/comments/find-comment.ts'
import { resolveComment } from '../verbs/comments/resolve-comment.ts'
import { writeComment } from '../verbs/comments/write-comment.ts'

const tags = ['Comments']
const ofProgramme = z.object({ programme: Id })
const oneComment = ofProgramme.extend({ id: Id })
const one = { content: { 'application/json': { schema: CommentView } } }
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true as const,
})

const listComments = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/comments',
  summary: 'What was said about a task or a flag, oldest first',
  tags,
  request: {
    params: ofProgramme,
    query: listQuery.extend({ kind: CommentedKind, id: z.string().max(300), ...asAtParameter }),
  },
  responses: {
    200: { description: 'Comments', content: { 'application/json': { schema: listOf(CommentView) } } },
  },
})

const getComment = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/comments/{id}',
  summary: 'One comment',
  tags,
  request: { params: oneComment, query: asAtQuery },
  responses: {
    200: {
      description: 'The comment',
      content: { 'application/json': { schema: withKnown(CommentView) } },
    },
  },
})

const postComment = programmeRoute('comment.write', {
  method: 'post',
  path: '/api/programmes/{programme}/comments',
  summary: 'Say something about a task or a flag',
  description: 'Plain text. `@[person.id]` mentions a member of the programme, who is told of it.',
  tags,
  request: { params: ofProgramme, headers: writeHeaders, body: body(NewComment) },
  responses: { 201: { description: 'The comment', ...one } },
})

const patchComment = programmeRoute('comment.change', {
  method: 'patch',
  path: '/api/programmes/{programme}/comments/{id}',
  summary: 'Say a comment of one’s own otherwise, or withdraw it',
  tags,
  request: { params: oneComment, headers: versionedWriteHeaders, body: body(CommentChange) },
  responses: { 200: { description: 'The comment', ...one } },
})

const postResolution = programmeRoute('comment.write', {
  method: 'post',
  path: '/api/programmes/{programme}/comments/{id}/resolution',
  summary: 'Say that a comment on a section of a draft report is dealt with, or is not after all',
  tags,
  request: { params: oneComment, headers: versionedWriteHeaders, body: body(CommentResolution) },
  responses: { 200: { description: 'The comment', ...one } },
})

/** What people say to each other about tasks, flags and drafts. */
export function commentRoutes(context: AppContext) {
  return routeGroup()
    .openapi(listComments, async (c) => {
      const { member } = c.var
      const { asAt, kind, id, ...page } = c.req.valid('query')
      const { programme, said } = await viewProgramme(context.store, member.programme, asAt)
      titleOfCommented(programme, { kind, id })
      const comments = programme.state.records.comment.filter(
        ({ about }) => about.kind === kind && about.id === id,
      )
      const people = await namedPeople(context.database, programme.people, comments.flatMap(peopleOf))
      const views = comments.map(commentViewer({ ...programme, people }, member))
      return c.json({ ...pageOf(views, page), ...said }, 200)
    })
    .openapi(getComment, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(
        context.store,
        member.programme,
        c.req.valid('query').asAt,
      )
      const comment = findComment(programme, c.req.valid('param').id)
      const people = await namedPeople(context.database, programme.people, peopleOf(comment))
      const view = commentViewer({ ...programme, people }, member)(comment)
      return c.json({ ...view, ...said }, 200, { etag: etag(view.version) })
    })
    .openapi(postComment, async (c) => {
      const view = await writeComment(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(view, 201, { etag: etag(view.version) })
    })
    .openapi(patchComment, async (c) => {
      const view = await changeComment(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        change: c.req.valid('json'),
      })
      return c.json(view, 200, { etag: etag(view.version) })
    })
    .openapi(postResolution, async (c) => {
      const view = await resolveComment(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      })
      return c.json(view, 200, { etag: etag(view.version) })
    })
}
