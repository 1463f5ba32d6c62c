import { z } from '@hono/zod-openapi'
import { Audience, DutyRow, Id } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, viewProgramme } from '../http/as-at.ts'
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
    query: listQuery.extend({ audience: Audience.optional(), ...asAtParameter }),
  },
  responses: {
    200: { description: 'Rows', content: { 'application/json': { schema: listOf(DutyRow) } } },
  },
})

/** The duty map. */
export function dutyRoutes({ store, rules }: AppContext) {
  return routeGroup().openapi(listDuties, async (c) => {
    const query = c.req.valid('query')
    const { programme, said } = await viewProgramme(store, c.var.member.programme, query.asAt)
    const rows = dutyRows(programme, rules.library, query.audience)
    return c.json({ ...pageOf(rows, query), ...said }, 200)
  })
}
