import { z } from '@hono/zod-openapi'
import { Id, LevelSummaryView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { levelSummaryView } from '../views/level-summary-view.ts'

const tags = ['Levels']
const ofProgramme = z.object({ programme: Id })

const getSummary = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/assessments/current/summary',
  summary: 'Levels by ambition and in total',
  tags,
  request: { params: ofProgramme },
  responses: {
    200: { description: 'The summary', content: { 'application/json': { schema: LevelSummaryView } } },
  },
})

const getChart = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/assessments/current/chart',
  summary: 'Levels by ambition as a picture',
  tags,
  request: {
    params: ofProgramme,
    query: z.object({ denominator: z.enum(['all', 'answered']).default('all') }),
  },
  responses: {
    200: { description: 'The picture', content: { 'image/svg+xml': { schema: z.string() } } },
  },
})

/** The levels of the current self-assessment, as figures and as a picture. */
export function levelRoutes({ store, rules }: AppContext) {
  async function summaryOf(programmeId: string): Promise<LevelSummaryView> {
    const summary = levelSummaryView(await store.readProgramme(programmeId), rules.library)
    if (!summary) throw new AppError('not-found', 'This programme has no current self-assessment.')
    return summary
  }

  return routeGroup()
    .openapi(getSummary, async (c) => c.json(await summaryOf(c.var.member.programme), 200))
    .openapi(getChart, async (c) => {
      // The charting library takes longer to read than all the rest: not before somebody asks for a picture.
      const { drawLevelChart } = await import('../documents/charts/level-chart.ts')
      const picture = drawLevelChart(
        await summaryOf(c.var.member.programme),
        c.req.valid('query').denominator,
      )
      return c.body(picture, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
    })
}
