import { z } from '@hono/zod-openapi'
import { Approvals, ApprovalsView, AskedAcceptance, Id } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders } from '../http/writes.ts'
import { approvalsView } from '../verbs/approvals/approvals-view.ts'
import { changeApprovals } from '../verbs/approvals/change-approvals.ts'
import { askedAcceptances } from '../verbs/flags/asked-acceptances.ts'

const tags = ['Approvals']
const params = z.object({ programme: Id })
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })

const getApprovals = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/approvals',
  summary: 'What needs two people in this programme',
  tags,
  request: { params, query: asAtQuery },
  responses: { 200: { description: 'The approvals', ...json(withKnown(ApprovalsView)) } },
})

const putApprovals = programmeRoute('approvals.manage', {
  method: 'put',
  path: '/api/programmes/{programme}/approvals',
  summary: 'Change what needs two people',
  tags,
  request: { params, headers: versionedWriteHeaders, body: { ...json(Approvals), required: true } },
  responses: { 200: { description: 'The approvals after the change', ...json(ApprovalsView) } },
})

const getAskedAcceptances = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/acceptance-requests',
  summary: 'The acceptances that wait for an SRO, longest first',
  tags,
  request: { params, query: asAtQuery },
  responses: { 200: { description: 'What is asked for', ...json(withKnown(listOf(AskedAcceptance))) } },
})

/** What needs two people, and what waits for the second. */
export function approvalRoutes(context: AppContext) {
  const { store, database } = context
  return routeGroup()
    .openapi(getApprovals, async (c) => {
      const viewed = await viewProgramme(store, c.var.member.programme, c.req.valid('query').asAt)
      const view = approvalsView(viewed.programme)
      return c.json({ ...view, ...viewed.said }, 200, viewed.said.known ? {} : { etag: etag(view.version) })
    })
    .openapi(putApprovals, async (c) => {
      const changed = await changeApprovals(context, await changeRequest(c), {
        approvals: c.req.valid('json'),
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
      })
      return c.json(changed, 200, { etag: etag(changed.version) })
    })
    .openapi(getAskedAcceptances, async (c) => {
      const { programme, person } = c.var.member
      const viewed = await viewProgramme(store, programme, c.req.valid('query').asAt)
      const items = await askedAcceptances(database, viewed, person.id)
      return c.json({ items, next: null, ...viewed.said }, 200)
    })
}
