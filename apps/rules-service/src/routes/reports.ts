import { z } from '@hono/zod-openapi'
import {
  Id,
  Report,
  ReportCorrectionInput,
  ReportDraftInput,
  ReportEdit,
  ReportFormat,
  ReportSummary,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { correctReport } from '../verbs/reports/correct-report.ts'
import { draftReport } from '../verbs/reports/draft-report.ts'
import { editReport } from '../verbs/reports/edit-report.ts'
import { withNames } from '../verbs/reports/with-names.ts'
import { issueReport } from '../verbs/reports/issue-report.ts'
import { mayAgreeTo, signOffReport } from '../verbs/reports/sign-off-report.ts'
import { listReports } from '../verbs/reports/list-reports.ts'
import { readReport, storedReport } from '../verbs/reports/read-report.ts'
import { templateOfReport } from '../verbs/reports/report-template.ts'
import { MEDIA_TYPES, reportFileName } from '../verbs/reports/report-file.ts'
import { ReportFile, ReportFileVerification, verifyFile } from '../verbs/reports/verify-file.ts'
import { ReportVerification, verifyReport } from '../verbs/reports/verify-report.ts'

const tags = ['Reports']
const ofProgramme = z.object({ programme: Id })
const oneReport = ofProgramme.extend({ id: Id })
const report = { content: { 'application/json': { schema: Report } } }

const getReports = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/reports',
  summary: 'Highlight reports, newest first',
  tags,
  request: { params: ofProgramme, query: listQuery.extend({ group: Id.optional(), ...asAtParameter }) },
  responses: {
    200: { description: 'Reports', content: { 'application/json': { schema: listOf(ReportSummary) } } },
  },
})

const getReport = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/reports/{id}',
  summary: 'One highlight report',
  tags,
  request: { params: oneReport, query: asAtQuery },
  responses: {
    200: { description: 'The report', content: { 'application/json': { schema: withKnown(Report) } } },
  },
})

const postReport = programmeRoute('report.draft', {
  method: 'post',
  path: '/api/programmes/{programme}/reports',
  summary: 'Draw up a report from the records',
  tags,
  request: {
    params: ofProgramme,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: ReportDraftInput } }, required: true },
  },
  responses: { 201: { description: 'The draft', ...report } },
})

const patchReport = programmeRoute('report.edit', {
  method: 'patch',
  path: '/api/programmes/{programme}/reports/{id}',
  summary: 'Change a draft, or take its figures anew',
  tags,
  request: {
    params: oneReport,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: ReportEdit } }, required: true },
  },
  responses: { 200: { description: 'The draft', ...report } },
})

const postIssue = programmeRoute('report.issue', {
  method: 'post',
  path: '/api/programmes/{programme}/reports/{id}/issue',
  summary: 'Issue a report; nothing changes it from then on',
  tags,
  request: { params: oneReport, headers: versionedWriteHeaders },
  responses: { 200: { description: 'The issued report', ...report } },
})

const postSignOff = programmeRoute('report.sign-off', {
  method: 'post',
  path: '/api/programmes/{programme}/reports/{id}/sign-off',
  summary: 'Agree to a draft, as the chair of the group or an SRO',
  tags,
  request: { params: oneReport, headers: versionedWriteHeaders },
  responses: { 200: { description: 'The draft, signed off', ...report } },
})

const postCorrection = programmeRoute('report.draft', {
  method: 'post',
  path: '/api/programmes/{programme}/reports/{id}/corrections',
  summary: 'Begin a correction of an issued report, which takes its place when it is issued',
  tags,
  request: {
    params: oneReport,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: ReportCorrectionInput } }, required: true },
  },
  responses: { 201: { description: 'The draft of the correction', ...report } },
})

const getVerification = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/reports/{id}/verify',
  summary: 'Whether an issued report still says what it said',
  tags,
  request: { params: oneReport },
  responses: {
    200: {
      description: 'The comparison with the journal',
      content: { 'application/json': { schema: ReportVerification } },
    },
  },
})

const getDocument = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/reports/{id}/document',
  summary: 'A report as a file: the same bytes each time once it is issued, and marked as a draft until then',
  tags,
  request: { params: oneReport, query: z.object({ format: ReportFormat }) },
  responses: {
    200: {
      description: 'The file',
      content: Object.fromEntries(Object.values(MEDIA_TYPES).map((type) => [type, { schema: z.string() }])),
    },
  },
})

const getFileVerification = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/reports/{id}/verify-file',
  summary: 'Whether a file is the report as it was issued',
  tags,
  request: { params: oneReport, query: ReportFile },
  responses: {
    200: {
      description: 'What the file is',
      content: { 'application/json': { schema: ReportFileVerification } },
    },
  },
})

/** Highlight reports: drafted, edited, issued, corrected, verified. */
export function reportRoutes(context: AppContext) {
  async function named<Named extends ReportSummary>(report: Named, programme: string): Promise<Named> {
    const [found = report] = await withNames(context, programme, [report])
    return found
  }

  return routeGroup()
    .openapi(getReports, async (c) => {
      const query = c.req.valid('query')
      const viewed = await viewProgramme(context.store, c.var.member.programme, query.asAt)
      const page = pageOf(await listReports(context.database, viewed, query.group), query)
      const items = await withNames(context, c.var.member.programme, page.items)
      return c.json({ ...page, items, ...viewed.said }, 200)
    })
    .openapi(getReport, async (c) => {
      const viewed = await viewProgramme(context.store, c.var.member.programme, c.req.valid('query').asAt)
      const found = await readReport(context, viewed, c.req.valid('param').id)
      const view = await named(found, c.var.member.programme)
      const isOpen = found.status === 'draft' && !viewed.said.known
      const maySignOff = isOpen && mayAgreeTo(found, c.var.member, viewed.programme)
      const answer = { ...view, ...(maySignOff && { maySignOff }), ...viewed.said }
      return c.json(answer, 200, { etag: etag(view.version) })
    })
    .openapi(postReport, async (c) => {
      const drafted = await draftReport(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(await named(drafted, c.var.member.programme), 201, { etag: etag(drafted.version) })
    })
    .openapi(patchReport, async (c) => {
      const edited = await editReport(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        edit: c.req.valid('json'),
      })
      return c.json(await named(edited, c.var.member.programme), 200, { etag: etag(edited.version) })
    })
    .openapi(postIssue, async (c) => {
      const issued = await issueReport(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
      })
      return c.json(await named(issued, c.var.member.programme), 200, { etag: etag(issued.version) })
    })
    .openapi(postSignOff, async (c) => {
      const signed = await signOffReport(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
      })
      return c.json(await named(signed, c.var.member.programme), 200, { etag: etag(signed.version) })
    })
    .openapi(postCorrection, async (c) => {
      const { id } = c.req.valid('param')
      const asked = { id, ...c.req.valid('json') }
      const begun = await correctReport(context, c.var.member, await changeRequest(c), asked)
      return c.json(await named(begun, c.var.member.programme), 201, { etag: etag(begun.version) })
    })
    .openapi(getVerification, async (c) =>
      c.json(await verifyReport(context, c.var.member.programme, c.req.valid('param').id), 200),
    )
    .openapi(getDocument, async (c) => {
      const { format } = c.req.valid('query')
      const { programme } = c.var.member
      const stored = await storedReport(context.database, programme, c.req.valid('param').id)
      const found = await named(stored, programme)
      const template = await templateOfReport(context, programme, found, format)
      const file = await context.documents.write(found, format, template)
      return c.body(file, 200, {
        'content-type': MEDIA_TYPES[format],
        'content-disposition': `attachment; filename="${reportFileName(found, format)}"`,
      })
    })
    .openapi(getFileVerification, async (c) => {
      const file = { id: c.req.valid('param').id, ...c.req.valid('query') }
      return c.json(await verifyFile(context, c.var.member.programme, file), 200)
    })
}
