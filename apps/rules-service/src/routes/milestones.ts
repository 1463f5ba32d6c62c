import { z } from '@hono/zod-openapi'
import { Id, MilestoneView, WorkstreamApp } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, viewProgramme } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { milestoneViews } from '../views/milestone-views.ts'

const listMilestones = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/milestones',
  summary: 'The milestones of the workplan',
  tags: ['Tasks'],
  request: {
    params: z.object({ programme: Id }),
    query: listQuery.extend({
      app: WorkstreamApp.optional(),
      workstream: Id.optional(),
      ...asAtParameter,
    }),
  },
  responses: {
    200: { description: 'Milestones', content: { 'application/json': { schema: listOf(MilestoneView) } } },
  },
})

/** The milestones, with the dates first agreed beside those that hold now. */
export function milestoneRoutes({ store }: AppContext) {
  return routeGroup().openapi(listMilestones, async (c) => {
    const query = c.req.valid('query')
    const { programme, said } = await viewProgramme(store, c.var.member.programme, query.asAt)
    return c.json({ ...pageOf(milestoneViews(programme, query), query), ...said }, 200)
  })
}
