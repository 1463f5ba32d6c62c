import { z } from '@hono/zod-openapi'
import { Audience, Id, RequirementKind, RequirementView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { requirementViews } from '../views/requirement-view.ts'

const tags = ['Requirements']
const ofProgramme = z.object({ programme: Id })

const listRequirements = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/requirements',
  summary: 'What the frameworks ask for',
  tags,
  request: {
    params: ofProgramme,
    query: listQuery.extend({
      kind: RequirementKind.optional(),
      audience: Audience.optional(),
      framework: Id.optional(),
      q: z.string().trim().max(200).optional(),
      ...asAtParameter,
    }),
  },
  responses: {
    200: {
      description: 'Requirements',
      content: { 'application/json': { schema: listOf(RequirementView) } },
    },
  },
})

const getRequirement = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/requirements/{id}',
  summary: 'One requirement',
  tags,
  request: { params: ofProgramme.extend({ id: Id }), query: asAtQuery },
  responses: {
    200: {
      description: 'The requirement',
      content: { 'application/json': { schema: withKnown(RequirementView) } },
    },
  },
})

/** The requirements of the programme's frameworks. */
export function requirementRoutes({ store, rules }: AppContext) {
  return routeGroup()
    .openapi(listRequirements, async (c) => {
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, query.asAt)
      const views = requirementViews(programme.state, rules.library, query)
      return c.json({ ...pageOf(views, query), ...said }, 200)
    })
    .openapi(getRequirement, async (c) => {
      const { asAt } = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, asAt)
      const { id } = c.req.valid('param')
      const view = requirementViews(programme.state, rules.library).find((candidate) => candidate.id === id)
      if (!view) throw new AppError('not-found', 'There is no such requirement in this programme.')
      return c.json({ ...view, ...said }, 200)
    })
}
