import { z } from '@hono/zod-openapi'
import { CoverageTrial, CoverageView, CoverageWeek, Id } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, viewProgramme } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { tryCoverage } from '../verbs/what-if/try-coverage.ts'
import { coverageViews } from '../views/coverage-views.ts'
import { indexRecords } from '../views/record-index.ts'

const tags = ['Coverage']
const ofProgramme = z.object({ programme: Id })

const listCoverage = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/coverage',
  summary: 'Who is there, by requirement, place and hour of the week',
  tags,
  request: { params: ofProgramme, query: listQuery.extend(asAtParameter) },
  responses: {
    200: {
      description: 'Coverage requirements with the week of every place',
      content: { 'application/json': { schema: listOf(CoverageView) } },
    },
  },
})

const postTrial = programmeRoute('programme.view', {
  method: 'post',
  path: '/api/programmes/{programme}/coverage/what-if',
  summary: 'Who would be there after a change of a service; changes nothing',
  tags,
  request: {
    params: ofProgramme,
    body: { content: { 'application/json': { schema: CoverageTrial } }, required: true },
  },
  responses: {
    200: {
      description: 'The weeks of the requirements that the service meets',
      content: { 'application/json': { schema: z.object({ items: z.array(CoverageWeek) }) } },
    },
  },
})

/** The round-the-clock map, and changes tried on it before they are saved. */
export function coverageRoutes(context: AppContext) {
  const { store, rules } = context
  return routeGroup()
    .openapi(listCoverage, async (c) => {
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, query.asAt)
      const views = coverageViews(programme, rules.library, indexRecords(programme, rules.library))
      return c.json({ ...pageOf(views, query), ...said }, 200)
    })
    .openapi(postTrial, async (c) =>
      c.json({ items: await tryCoverage(context, c.var.member.programme, c.req.valid('json')) }, 200),
    )
}
