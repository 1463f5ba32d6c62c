import { z } from '@hono/zod-openapi'
import { Audience, ContractsView, Id, ServiceView, SharingRow } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { contractsView } from '../views/contracts-view.ts'
import { indexRecords } from '../views/record-index.ts'
import { serviceViews } from '../views/service-views.ts'
import { sharingRows } from '../views/sharing-rows.ts'

const tags = ['Services']
const ofProgramme = z.object({ programme: Id })

const listServices = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/services',
  summary: 'The services: whose, where, when and for whom',
  tags,
  request: {
    params: ofProgramme,
    query: listQuery.extend({
      audience: Audience.optional(),
      meets: Id.optional(),
      place: Id.optional(),
      ...asAtParameter,
    }),
  },
  responses: {
    200: { description: 'Services', content: { 'application/json': { schema: listOf(ServiceView) } } },
  },
})

const listSharing = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/sharing',
  summary: 'Which care settings see the shared end of life record',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: {
    200: { description: 'Care settings', content: { 'application/json': { schema: listOf(SharingRow) } } },
  },
})

const getContracts = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/contracts',
  summary: 'What is known about hospices and their contracts',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: {
    200: { description: 'Hospices', content: { 'application/json': { schema: withKnown(ContractsView) } } },
  },
})

/** Services, who sees the shared record, and hospices with their contracts. */
export function serviceRoutes({ store, rules }: AppContext) {
  return routeGroup()
    .openapi(listServices, async (c) => {
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, query.asAt)
      const views = serviceViews(programme, indexRecords(programme, rules.library), query)
      return c.json({ ...pageOf(views, query), ...said }, 200)
    })
    .openapi(listSharing, async (c) => {
      const { asAt } = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, asAt)
      return c.json({ items: sharingRows(programme, rules.library), next: null, ...said }, 200)
    })
    .openapi(getContracts, async (c) => {
      const { asAt } = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, asAt)
      return c.json({ ...contractsView(programme, indexRecords(programme, rules.library)), ...said }, 200)
    })
}
