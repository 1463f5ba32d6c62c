import { z } from '@hono/zod-openapi'
import { FlagReview, Id, MarkRead } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { markFlagsReviewed, readFlagReview } from '../verbs/flags/review-flags.ts'

const tags = ['Flags']
const params = z.object({ programme: Id })
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })

const getReview = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/flag-review',
  summary: 'Which flags have come since I last reviewed them',
  tags,
  request: { params },
  responses: { 200: { description: 'My last review, and what is new since', ...json(FlagReview) } },
})

const putReview = programmeRoute('programme.view', {
  method: 'put',
  path: '/api/programmes/{programme}/flag-review',
  summary: 'Mark the flags I was shown as reviewed, by the `seq` of that answer',
  tags,
  request: { params, body: { ...json(MarkRead), required: true } },
  responses: { 200: { description: 'My review, and what is new since', ...json(FlagReview) } },
})

/** How far each person has reviewed the flags. Everything here is about whoever asks. */
export function flagReviewRoutes(context: AppContext) {
  return routeGroup()
    .openapi(getReview, async (c) => c.json(await readFlagReview(context, c.var.member), 200))
    .openapi(putReview, async (c) =>
      c.json(await markFlagsReviewed(context, c.var.member, c.req.valid('json').seq), 200),
    )
}
