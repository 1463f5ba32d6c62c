import { z } from '@hono/zod-openapi'
import { GroupChange, GroupRetirement, GroupSaved, GroupView, Id, NewGroup } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { changeGroup } from '../verbs/groups/change-group.ts'
import { createGroup } from '../verbs/groups/create-group.ts'
import { findGroup } from '../verbs/groups/find-group.ts'
import { retireGroup } from '../verbs/groups/retire-group.ts'
import { groupViewer } from '../views/group-view.ts'

const tags = ['Groups']
const ofProgramme = z.object({ programme: Id })
const oneGroup = ofProgramme.extend({ id: Id })
const saved = {
  description: 'The group, and what that did to the flags',
  content: { 'application/json': { schema: GroupSaved } },
}

const listGroups = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/groups',
  summary: 'Governance groups and whom they report to',
  tags,
  request: { params: ofProgramme, query: listQuery.extend(asAtParameter) },
  responses: {
    200: { description: 'Groups', content: { 'application/json': { schema: listOf(GroupView) } } },
  },
})

const getGroup = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/groups/{id}',
  summary: 'One governance group',
  tags,
  request: { params: oneGroup, query: asAtQuery },
  responses: {
    200: { description: 'The group', content: { 'application/json': { schema: withKnown(GroupView) } } },
  },
})

const postGroup = programmeRoute('groups.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/groups',
  summary: 'Add a governance group',
  tags,
  request: {
    params: ofProgramme,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: NewGroup } }, required: true },
  },
  responses: { 201: saved },
})

const patchGroup = programmeRoute('groups.manage', {
  method: 'patch',
  path: '/api/programmes/{programme}/groups/{id}',
  summary: 'Rename a group, or change to whom it reports; issued reports keep the name it had',
  tags,
  request: {
    params: oneGroup,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: GroupChange } }, required: true },
  },
  responses: { 200: saved },
})

const postRetirement = programmeRoute('groups.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/groups/{id}/retire',
  summary: 'End a group, which stays on record with its reports',
  tags,
  request: {
    params: oneGroup,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: GroupRetirement } }, required: true },
  },
  responses: { 200: saved },
})

/** The governance groups, read and changed. */
export function groupRoutes(context: AppContext) {
  const { store } = context
  return routeGroup()
    .openapi(listGroups, async (c) => {
      const { member } = c.var
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, member.programme, query.asAt)
      const views = programme.state.records.group.map(groupViewer(programme, member))
      return c.json({ ...pageOf(views, query), ...said }, 200)
    })
    .openapi(getGroup, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const view = groupViewer(programme, member)(findGroup(programme, c.req.valid('param').id))
      return c.json({ ...view, ...said }, 200, { etag: etag(view.version) })
    })
    .openapi(postGroup, async (c) => {
      const answer = await createGroup(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(answer, 201, { etag: etag(answer.item.version) })
    })
    .openapi(patchGroup, async (c) => {
      const answer = await changeGroup(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        change: c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.version) })
    })
    .openapi(postRetirement, async (c) => {
      const answer = await retireGroup(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.version) })
    })
}
