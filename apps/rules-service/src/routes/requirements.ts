import { z } from '@hono/zod-openapi'
import { Audience, Id, RequirementKind, RequirementView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
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
  request: { params: ofProgramme.extend({ id: Id }) },
  responses: {
    200: { description: 'The requirement', content: { 'application/json': { schema: RequirementView } } },
  },
})

/** The requirements of the programme's frameworks. */
export function requirementRoutes({ store, rules }: AppContext) {
  return routeGroup()
    .openapi(listRequirements, async (c) => {
      const query = c.req.valid('query')
      const { state } = await store.readProgramme(c.var.member.programme)
      return c.json(pageOf(requirementViews(state, rules.library, query), query), 200)
    })
    .openapi(getRequirement, async (c) => {
      const { state } = await store.readProgramme(c.var.member.programme)
      const { id } = c.req.valid('param')
      const view = requirementViews(state, rules.library).find((candidate) => candidate.id === id)
      if (!view) throw new AppError('not-found', 'There is no such requirement in this programme.')
      return c.json(view, 200)
    })
}
