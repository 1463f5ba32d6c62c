import { z } from '@hono/zod-openapi'
import { EscalationView, Id, NewEscalations } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, viewProgramme } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, writeHeaders } from '../http/writes.ts'
import { escalateQuestions } from '../verbs/reports/escalate-questions.ts'
import { escalationViewer } from '../verbs/reports/escalation-view.ts'

const tags = ['Reports']
const ofProgramme = z.object({ programme: Id })

const listEscalations = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/escalations',
  summary: 'Questions of reports that were put to the group above, and what became of them',
  tags,
  request: {
    params: ofProgramme,
    query: listQuery.extend({ to: Id.optional(), report: Id.optional(), ...asAtParameter }),
  },
  responses: {
    200: { description: 'Escalations', content: { 'application/json': { schema: listOf(EscalationView) } } },
  },
})

const postEscalations = programmeRoute('report.escalate', {
  method: 'post',
  path: '/api/programmes/{programme}/reports/{id}/escalations',
  summary: 'Put questions of an issued report to the group above',
  tags,
  request: {
    params: ofProgramme.extend({ id: Id }),
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: NewEscalations } }, required: true },
  },
  responses: {
    201: {
      description: 'The questions, as they stand before the group above',
      content: { 'application/json': { schema: z.strictObject({ items: z.array(EscalationView) }) } },
    },
  },
})

/** Questions that go up the reporting line. */
export function escalationRoutes(context: AppContext) {
  return routeGroup()
    .openapi(listEscalations, async (c) => {
      const { to, report, asAt, ...page } = c.req.valid('query')
      const { programme, said } = await viewProgramme(context.store, c.var.member.programme, asAt)
      const views = programme.state.records.escalation
        .filter((escalation) => to === undefined || escalation.to === to)
        .filter((escalation) => report === undefined || escalation.report === report)
        .map(escalationViewer(programme))
      return c.json({ ...pageOf(views, page), ...said }, 200)
    })
    .openapi(postEscalations, async (c) => {
      const input = { report: c.req.valid('param').id, ...c.req.valid('json') }
      const items = await escalateQuestions(context, c.var.member, await changeRequest(c), input)
      return c.json({ items }, 201)
    })
}
