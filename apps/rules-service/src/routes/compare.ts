import { z } from '@hono/zod-openapi'
import { AsAt, Comparison, Id } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { compareMoments } from '../verbs/journal/compare-moments.ts'

const getComparison = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/compare',
  summary: 'What changed in tasks, levels and flags from one moment to another',
  tags: ['Journal'],
  request: {
    params: z.object({ programme: Id }),
    query: z.object({ from: AsAt, to: AsAt.optional() }),
  },
  responses: {
    200: {
      description: 'What changed, with the journal entries behind it; up to now without `to`',
      content: { 'application/json': { schema: Comparison } },
    },
  },
})

/** Two moments of a programme side by side. */
export function compareRoutes(context: AppContext) {
  return routeGroup().openapi(getComparison, async (c) =>
    c.json(await compareMoments(context, c.var.member.programme, c.req.valid('query')), 200),
  )
}
