import { z } from '@hono/zod-openapi'
import { Audience, DutyRow, Id } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { dutyRows } from '../views/duty-map.ts'

const listDuties = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/duties',
  summary: 'What stands behind each duty',
  tags: ['Requirements'],
  request: {
    params: z.object({ programme: Id }),
    query: listQuery.extend({ audience: Audience.optional() }),
  },
  responses: {
    200: { description: 'Rows', content: { 'application/json': { schema: listOf(DutyRow) } } },
  },
})

/** The duty map. */
export function dutyRoutes({ store, rules }: AppContext) {
  return routeGroup().openapi(listDuties, async (c) => {
    const query = c.req.valid('query')
    const programme = await store.readProgramme(c.var.member.programme)
    return c.json(pageOf(dutyRows(programme, rules.library, query.audience), query), 200)
  })
}
