import { z } from '@hono/zod-openapi'
import { Id, IsoDateSchema, TrendView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, withKnown } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { readTrends } from '../verbs/trends/read-trends.ts'

const tags = ['Trends']
const ofProgramme = z.object({ programme: Id })
const ofSpan = z.object({
  from: IsoDateSchema.optional(),
  to: IsoDateSchema.optional(),
  step: z.enum(['week', 'month']).optional(),
  ...asAtParameter,
})

const getTrends = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/trends',
  summary: 'Flags over time, levels by round, and how far work has slipped',
  tags,
  request: { params: ofProgramme, query: ofSpan },
  responses: {
    200: { description: 'The trends', content: { 'application/json': { schema: withKnown(TrendView) } } },
  },
})

const getChart = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/trends/chart.svg',
  summary: 'Flags over time as a picture',
  tags,
  request: {
    params: ofProgramme,
    query: ofSpan.extend({ picture: z.enum(['all', 'open']).default('all') }),
  },
  responses: {
    200: { description: 'The picture', content: { 'image/svg+xml': { schema: z.string() } } },
  },
})

/** What has changed in a programme over time, from its journal. */
export function trendRoutes(context: AppContext) {
  return routeGroup()
    .openapi(getTrends, async (c) =>
      c.json(await readTrends(context, c.var.member.programme, c.req.valid('query')), 200),
    )
    .openapi(getChart, async (c) => {
      const { picture, ...span } = c.req.valid('query')
      const view = await readTrends(context, c.var.member.programme, span)
      // The charting library takes longer to read than all the rest: not before somebody asks for a picture.
      const { trendChart } = await import('../charts/trend-chart.ts')
      return c.body(trendChart(view, picture).svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
    })
}
