import { z } from '@hono/zod-openapi'
import { Id, InvitedPerson, ManagedPerson, NewPersonInput, PersonView, RolesGiven } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { listOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { changeRoles } from '../verbs/people/change-roles.ts'
import { handOver } from '../verbs/people/hand-over.ts'
import { inviteAgain, invitePerson } from '../verbs/people/invite-person.ts'
import { findPerson, listPeople } from '../verbs/people/list-people.ts'
import { listNationalViewers } from '../verbs/people/national-viewers.ts'
import { switchPerson } from '../verbs/people/switch-person.ts'

const tags = ['People']
const params = z.object({ programme: Id })
const onePerson = params.extend({ id: Id })
const headers = writeHeaders
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true })
const changed = {
  200: { description: 'Whether that changed anything', ...json(z.object({ changed: z.boolean() })) },
}
const invited = { description: 'The one-time link, shown this once', ...json(InvitedPerson) }

const getPeople = programmeRoute('people.manage', {
  method: 'get',
  path: '/api/programmes/{programme}/people',
  summary: 'Everybody in the programme, with their roles',
  tags,
  request: { params },
  responses: {
    200: {
      description: 'People by name, and those who look at every programme',
      ...json(listOf(ManagedPerson).extend({ national: z.array(PersonView) })),
    },
  },
})

const getPerson = programmeRoute('people.manage', {
  method: 'get',
  path: '/api/programmes/{programme}/people/{id}',
  summary: 'One person, with their roles; the ETag is the version to change them from',
  tags,
  request: { params: onePerson },
  responses: { 200: { description: 'The person', ...json(ManagedPerson) } },
})

const postPerson = programmeRoute('people.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/people',
  summary: 'Invite somebody',
  tags,
  request: { params, headers, body: body(NewPersonInput) },
  responses: { 201: invited },
})

const putRoles = programmeRoute('people.manage', {
  method: 'put',
  path: '/api/programmes/{programme}/people/{id}/roles',
  summary: 'Give somebody these roles and no others; their sessions end',
  tags,
  request: {
    params: onePerson,
    headers: versionedWriteHeaders,
    body: body(z.strictObject({ roles: RolesGiven })),
  },
  responses: changed,
})

const putState = programmeRoute('people.manage', {
  method: 'put',
  path: '/api/programmes/{programme}/people/{id}/state',
  summary: 'Switch somebody off, with all their sessions, or on again',
  tags,
  request: {
    params: onePerson,
    headers: versionedWriteHeaders,
    body: body(z.strictObject({ on: z.boolean() })),
  },
  responses: changed,
})

const postInvitation = programmeRoute('people.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/people/{id}/invitation',
  summary: 'Make a new one-time link for somebody',
  tags,
  request: { params: onePerson },
  responses: { 201: invited },
})

const postHandOver = programmeRoute('people.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/people/{id}/hand-over',
  summary: 'Give somebody’s tasks that are not done to another person',
  tags,
  request: { params: onePerson, headers, body: body(z.strictObject({ to: Id })) },
  responses: { 200: { description: 'How many', ...json(z.object({ tasks: z.number().int() })) } },
})

/** The people of a programme, for its programme office. */
export function peopleRoutes(context: AppContext) {
  return routeGroup()
    .openapi(getPeople, async (c) => {
      const programme = await context.store.readProgramme(c.var.member.programme)
      const items = await listPeople(context.database, programme)
      const national = await listNationalViewers(context.database)
      return c.json({ items, next: null, national }, 200)
    })
    .openapi(getPerson, async (c) => {
      const programme = await context.store.readProgramme(c.var.member.programme)
      const person = await findPerson(context.database, programme, c.req.valid('param').id)
      return c.json(person, 200, { etag: etag(person.version) })
    })
    .openapi(postPerson, async (c) =>
      c.json(await invitePerson(context, await changeRequest(c), c.req.valid('json')), 201),
    )
    .openapi(putRoles, async (c) => {
      const version = expectedVersion(c.req.valid('header')['if-match'])
      const change = { person: c.req.valid('param').id, version, ...c.req.valid('json') }
      return c.json(await changeRoles(context, await changeRequest(c), change), 200)
    })
    .openapi(putState, async (c) => {
      const version = expectedVersion(c.req.valid('header')['if-match'])
      const change = { person: c.req.valid('param').id, version, ...c.req.valid('json') }
      return c.json(await switchPerson(context, await changeRequest(c), change), 200)
    })
    .openapi(postInvitation, async (c) =>
      c.json(await inviteAgain(context, await changeRequest(c), c.req.valid('param').id), 201),
    )
    .openapi(postHandOver, async (c) => {
      const change = { from: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await handOver(context, await changeRequest(c), change), 200)
    })
}
