import { z } from '@hono/zod-openapi'
import { Id, WordTemplateChange, WordTemplateView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders } from '../http/writes.ts'
import { changeWordTemplate } from '../verbs/templates/change-word-template.ts'
import { wordTemplateView } from '../verbs/templates/word-template-view.ts'

const tags = ['Reports']
const path = '/api/programmes/{programme}/word-template'
const params = z.object({ programme: Id })
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })

const getWordTemplate = programmeRoute('programme.view', {
  method: 'get',
  path,
  summary: 'The template of Word documents',
  tags,
  request: { params, query: asAtQuery },
  responses: { 200: { description: 'The template in use', ...json(withKnown(WordTemplateView)) } },
})

const putWordTemplate = programmeRoute('templates.manage', {
  method: 'put',
  path,
  summary: 'Set the template of Word documents, or go back to the one that Workplan has',
  tags,
  request: { params, headers: versionedWriteHeaders, body: { ...json(WordTemplateChange), required: true } },
  responses: { 200: { description: 'The template in use after the change', ...json(WordTemplateView) } },
})

/** How Word documents of a programme look. */
export function wordTemplateRoutes(context: AppContext) {
  return routeGroup()
    .openapi(getWordTemplate, async (c) => {
      const { programme, said } = await viewProgramme(
        context.store,
        c.var.member.programme,
        c.req.valid('query').asAt,
      )
      const view = wordTemplateView(programme)
      return c.json({ ...view, ...said }, 200, said.known ? {} : { etag: etag(view.version) })
    })
    .openapi(putWordTemplate, async (c) => {
      const changed = await changeWordTemplate(context, await changeRequest(c), {
        ...c.req.valid('json'),
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
      })
      return c.json(changed, 200, { etag: etag(changed.version) })
    })
}
