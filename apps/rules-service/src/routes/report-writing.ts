import { z } from '@hono/zod-openapi'
import {
  Id,
  ReportSummary,
  ReportWriting,
  SectionOwnerInput,
  SectionOwnerView,
  Withdrawal,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtQuery, viewProgramme } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders } from '../http/writes.ts'
import { nameOwner } from '../verbs/reports/name-owner.ts'
import { readReport } from '../verbs/reports/read-report.ts'
import { readWriting } from '../verbs/reports/read-writing.ts'
import { withdrawReport } from '../verbs/reports/withdraw-report.ts'
import { withNames } from '../verbs/reports/with-names.ts'

const tags = ['Reports']
const oneReport = z.object({ programme: Id, id: Id })

const getWriting = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/reports/{id}/writing',
  summary: 'Who writes which section of a draft, every change of a text, and what the last refresh changed',
  tags,
  request: { params: oneReport, query: asAtQuery },
  responses: {
    200: {
      description: 'How the draft came to what it says',
      content: { 'application/json': { schema: ReportWriting } },
    },
  },
})

const putOwner = programmeRoute('report.edit', {
  method: 'put',
  path: '/api/programmes/{programme}/reports/{id}/owners',
  summary: 'Name who writes a section; If-Match is the version of that, "0" where nobody was named yet',
  tags,
  request: {
    params: oneReport,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: SectionOwnerInput } }, required: true },
  },
  responses: {
    200: {
      description: 'Who writes the section',
      content: { 'application/json': { schema: SectionOwnerView } },
    },
  },
})

const postWithdrawal = programmeRoute('report.edit', {
  method: 'post',
  path: '/api/programmes/{programme}/reports/{id}/withdraw',
  summary: 'End a draft that nobody will issue; it stays on record',
  tags,
  request: {
    params: oneReport,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: Withdrawal } }, required: true },
  },
  responses: {
    200: { description: 'The report', content: { 'application/json': { schema: ReportSummary } } },
  },
})

/** Drafts while they are written, by several people. */
export function reportWritingRoutes(context: AppContext) {
  return routeGroup()
    .openapi(getWriting, async (c) => {
      const { id } = c.req.valid('param')
      const viewed = await viewProgramme(context.store, c.var.member.programme, c.req.valid('query').asAt)
      await readReport(context, viewed, id)
      return c.json(await readWriting(context, viewed, id), 200)
    })
    .openapi(putOwner, async (c) => {
      const named = await nameOwner(context, c.var.member, await changeRequest(c), {
        report: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      })
      return c.json(named, 200, { etag: etag(named.version) })
    })
    .openapi(postWithdrawal, async (c) => {
      const { member } = c.var
      const withdrawn = await withdrawReport(context, member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      })
      const [named = withdrawn] = await withNames(context, member.programme, [withdrawn])
      return c.json(named, 200, { etag: etag(named.version) })
    })
}
