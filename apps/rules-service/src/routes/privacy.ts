import { z } from '@hono/zod-openapi'
import { Id, PersonExport, RetentionClass } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { programmeRoute, routeGroup, signedInRoute } from '../http/routes.ts'
import { changeRequest, expectedVersion, versionedWriteHeaders } from '../http/writes.ts'
import { retentionClasses } from '../privacy/retention-classes.ts'
import { exportOwnData, exportPerson } from '../verbs/people/export-person.ts'
import { holdPerson } from '../verbs/people/hold-person.ts'
import { removePerson } from '../verbs/people/remove-person.ts'

const tags = ['Privacy']
const params = z.object({ programme: Id, id: Id })
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })
const changed = {
  200: { description: 'Whether that changed anything', ...json(z.object({ changed: z.boolean() })) },
}

const getClasses = signedInRoute({
  method: 'get',
  path: '/api/privacy',
  summary: 'What is held about the people who use Workplan, why and how long',
  tags,
  responses: { 200: { description: 'Kinds of data', ...json(z.object({ items: z.array(RetentionClass) })) } },
})

const postExport = programmeRoute('people.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/people/{id}/export',
  summary: 'Everything held about somebody, to give to them; journalled',
  tags,
  request: { params },
  responses: { 200: { description: 'The data', ...json(PersonExport) } },
})

const postMyData = programmeRoute('programme.view', {
  method: 'post',
  path: '/api/programmes/{programme}/my-data',
  summary: 'Everything held about me in this programme; journalled',
  tags,
  request: { params: params.pick({ programme: true }) },
  responses: { 200: { description: 'The data', ...json(PersonExport) } },
})

const putHold = programmeRoute('people.manage', {
  method: 'put',
  path: '/api/programmes/{programme}/people/{id}/hold',
  summary: 'Hold somebody’s data, as for a freedom-of-information request, or let go of them',
  tags,
  request: {
    params,
    headers: versionedWriteHeaders,
    body: {
      ...json(z.strictObject({ because: z.string().trim().min(1).max(500).nullable() })),
      required: true,
    },
  },
  responses: changed,
})

const postRemoval = programmeRoute('people.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/people/{id}/removal',
  summary: 'Take somebody’s name and account out for good',
  tags,
  request: { params, headers: versionedWriteHeaders },
  responses: changed,
})

/** What is held about people, and what they may ask of it. */
export function privacyRoutes(context: AppContext) {
  return routeGroup()
    .openapi(getClasses, (c) => c.json({ items: [...retentionClasses] }, 200))
    .openapi(postExport, async (c) =>
      c.json(await exportPerson(context, await changeRequest(c), c.req.valid('param').id), 200),
    )
    .openapi(postMyData, async (c) => c.json(await exportOwnData(context, await changeRequest(c)), 200))
    .openapi(putHold, async (c) => {
      const version = expectedVersion(c.req.valid('header')['if-match'])
      const change = { person: c.req.valid('param').id, version, ...c.req.valid('json') }
      return c.json(await holdPerson(context, await changeRequest(c), change), 200)
    })
    .openapi(postRemoval, async (c) => {
      const version = expectedVersion(c.req.valid('header')['if-match'])
      const change = { person: c.req.valid('param').id, version }
      return c.json(await removePerson(context, await changeRequest(c), change), 200)
    })
}
