import { z } from '@hono/zod-openapi'
import { type AsAt, Id, LevelSummaryView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { levelSummaryView } from '../views/level-summary-view.ts'

const tags = ['Levels']
/** `current` for the round that views and flags read, or the id of another one. */
const oneRound = z.object({ programme: Id, id: Id })

const getSummary = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/assessments/{id}/summary',
  summary: 'Levels by ambition and in total, of the current round or another',
  tags,
  request: { params: oneRound, query: asAtQuery },
  responses: {
    200: {
      description: 'The summary',
      content: { 'application/json': { schema: withKnown(LevelSummaryView) } },
    },
  },
})

const getChart = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/assessments/{id}/chart',
  summary: 'Levels by ambition as a picture, of the current round or another',
  tags,
  request: {
    params: oneRound,
    query: z.object({ denominator: z.enum(['all', 'answered']).default('all'), ...asAtParameter }),
  },
  responses: {
    200: { description: 'The picture', content: { 'image/svg+xml': { schema: z.string() } } },
  },
})

/** The levels of a round of self-assessment, as figures and as a picture. */
export function levelRoutes({ store, rules }: AppContext) {
  async function summaryOf(programmeId: string, round: string, asAt: AsAt | undefined) {
    const { programme, said } = await viewProgramme(store, programmeId, asAt)
    const summary = levelSummaryView(programme, rules.library, round)
    if (!summary) throw new AppError('not-found', 'This programme has no current self-assessment.')
    return { ...summary, ...said }
  }

  return routeGroup()
    .openapi(getSummary, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await summaryOf(c.var.member.programme, id, c.req.valid('query').asAt), 200)
    })
    .openapi(getChart, async (c) => {
      // The charting library takes longer to read than all the rest: not before somebody asks for a picture.
      const { drawLevelChart } = await import('../documents/charts/level-chart.ts')
      const { denominator, asAt } = c.req.valid('query')
      const summary = await summaryOf(c.var.member.programme, c.req.valid('param').id, asAt)
      return c.body(drawLevelChart(summary, denominator), 200, {
        'content-type': 'image/svg+xml; charset=utf-8',
      })
    })
}
