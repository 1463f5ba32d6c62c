import { z } from '@hono/zod-openapi'
import { GroupView, Id } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, viewProgramme } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { may } from '../members.ts'
import { groupViews } from '../views/group-view.ts'

const listGroups = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/groups',
  summary: 'Governance groups and whom they report to',
  tags: ['Groups'],
  request: { params: z.object({ programme: Id }), query: listQuery.extend(asAtParameter) },
  responses: {
    200: { description: 'Groups', content: { 'application/json': { schema: listOf(GroupView) } } },
  },
})

/** The governance groups. */
export function groupRoutes({ store }: AppContext) {
  return routeGroup().openapi(listGroups, async (c) => {
    const { member } = c.var
    const query = c.req.valid('query')
    const { programme, said } = await viewProgramme(store, member.programme, query.asAt)
    const views = groupViews(programme.state, (group) => may(member, 'report.draft', { group }))
    return c.json({ ...pageOf(views, query), ...said }, 200)
  })
}
