import { z } from '@hono/zod-openapi'
import {
  Audience,
  ContractsView,
  Id,
  ServiceSaved,
  ServiceUpdate,
  ServiceView,
  SharingRow,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders } from '../http/writes.ts'
import { findService } from '../verbs/services/find-service.ts'
import { updateService } from '../verbs/services/update-service.ts'
import { contractsView } from '../views/contracts-view.ts'
import { indexRecords } from '../views/record-index.ts'
import { serviceView, serviceViews } from '../views/service-views.ts'
import { sharingRows } from '../views/sharing-rows.ts'

const tags = ['Services']
const ofProgramme = z.object({ programme: Id })
const oneService = ofProgramme.extend({ id: Id })

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

const getService = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/services/{id}',
  summary: 'One service',
  tags,
  request: { params: oneService, query: asAtQuery },
  responses: {
    200: { description: 'The service', content: { 'application/json': { schema: withKnown(ServiceView) } } },
  },
})

const patchService = programmeRoute('service.update', {
  method: 'patch',
  path: '/api/programmes/{programme}/services/{id}',
  summary: 'Change a service',
  tags,
  request: {
    params: oneService,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: ServiceUpdate } }, required: true },
  },
  responses: {
    200: {
      description: 'The service, and what the change did to the flags',
      content: { 'application/json': { schema: ServiceSaved } },
    },
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
export function serviceRoutes(context: AppContext) {
  const { store, rules } = context
  return routeGroup()
    .openapi(listServices, async (c) => {
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, query.asAt)
      const views = serviceViews(programme, indexRecords(programme, rules.library), query)
      return c.json({ ...pageOf(views, query), ...said }, 200)
    })
    .openapi(getService, async (c) => {
      const { asAt } = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, asAt)
      const service = findService(programme, c.req.valid('param').id)
      const view = serviceView(service, programme, indexRecords(programme, rules.library))
      return c.json({ ...view, ...said }, 200, { etag: etag(view.version) })
    })
    .openapi(patchService, async (c) => {
      const answer = await updateService(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        input: c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.version) })
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
