import { z } from '@hono/zod-openapi'
import { Id, MeetingFormat } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, viewProgramme } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { meetingPapers, packFileName } from '../verbs/meetings/meeting-papers.ts'
import { MEDIA_TYPES } from '../verbs/reports/report-file.ts'
import { templateFile } from '../verbs/templates/word-template-view.ts'

const getDocument = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/meetings/{id}/document',
  summary: 'The pack of a meeting as a file: agenda, what came of the last one, and the report whole',
  tags: ['Meetings'],
  request: {
    params: z.object({ programme: Id, id: Id }),
    query: z.object({ format: MeetingFormat, ...asAtParameter }),
  },
  responses: {
    200: {
      description: 'The file',
      content: Object.fromEntries(
        MeetingFormat.options.map((format) => [MEDIA_TYPES[format], { schema: z.string() }]),
      ),
    },
  },
})

/** The papers of a meeting as files. */
export function meetingDocumentRoutes(context: AppContext) {
  return routeGroup().openapi(getDocument, async (c) => {
    const { member } = c.var
    const { format, asAt } = c.req.valid('query')
    const viewed = await viewProgramme(context.store, member.programme, asAt)
    const papers = await meetingPapers(context, viewed, member, c.req.valid('param').id)
    const template = templateFile(viewed.programme.state)
    const file = await context.documents.writeMeeting(papers, format, template)
    return c.body(file, 200, {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="${packFileName(papers, format)}"`,
    })
  })
}
