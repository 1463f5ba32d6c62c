import { z } from '@hono/zod-openapi'
import { Id, MembershipView, ProgrammeView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf } from '../http/lists.ts'
import { programmeRoute, routeGroup, signedInRoute } from '../http/routes.ts'
import { membershipViews } from '../verbs/programmes/membership-views.ts'
import { programmeView } from '../verbs/programmes/programme-view.ts'

const listProgrammes = signedInRoute({
  method: 'get',
  path: '/api/programmes',
  summary: 'The programmes I am a member of',
  tags: ['Programmes'],
  responses: {
    200: { description: 'Programmes', content: { 'application/json': { schema: listOf(MembershipView) } } },
  },
})

const getProgramme = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}',
  summary: 'One programme',
  tags: ['Programmes'],
  request: { params: z.object({ programme: Id }), query: asAtQuery },
  responses: {
    200: {
      description: 'The programme',
      content: { 'application/json': { schema: withKnown(ProgrammeView) } },
    },
  },
})

export function programmeRoutes(context: AppContext) {
  return routeGroup()
    .openapi(listProgrammes, async (c) =>
      c.json({ items: await membershipViews(context, c.var.person), next: null }, 200),
    )
    .openapi(getProgramme, async (c) => {
      const { member } = c.var
      const { asAt } = c.req.valid('query')
      const { programme, said } = await viewProgramme(context.store, member.programme, asAt)
      return c.json({ ...programmeView(programme, context.rules, member), ...said }, 200)
    })
}
