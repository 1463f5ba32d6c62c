import { z } from '@hono/zod-openapi'
import {
  firstDayOf,
  Id,
  MeetingChange,
  MeetingPack,
  MeetingSaved,
  MeetingView,
  NewAction,
  NewDecision,
  NewMeeting,
  Withdrawal,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { changeMeeting } from '../verbs/meetings/change-meeting.ts'
import { createMeeting } from '../verbs/meetings/create-meeting.ts'
import { meetingPack } from '../verbs/meetings/meeting-pack.ts'
import { meetingViewer } from '../verbs/meetings/meeting-view.ts'
import { recordAction } from '../verbs/meetings/record-action.ts'
import { recordDecision } from '../verbs/meetings/record-decision.ts'
import { withdrawOutcome } from '../verbs/meetings/withdraw-outcome.ts'

const tags = ['Meetings']
const ofProgramme = z.object({ programme: Id })
const one = ofProgramme.extend({ id: Id })
const saved = {
  description: 'The meeting, and what that did to the flags',
  content: { 'application/json': { schema: MeetingSaved } },
}
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true as const,
})

const listMeetings = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/meetings',
  summary: 'Meetings of the governance groups, latest first',
  tags,
  request: { params: ofProgramme, query: listQuery.extend({ group: Id.optional(), ...asAtParameter }) },
  responses: {
    200: { description: 'Meetings', content: { 'application/json': { schema: listOf(MeetingView) } } },
  },
})

const getMeeting = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/meetings/{id}',
  summary: 'One meeting with its pack: agenda, report, questions put to it, what came of the last one',
  tags,
  request: { params: one, query: asAtQuery },
  responses: {
    200: {
      description: 'The meeting pack',
      content: { 'application/json': { schema: withKnown(MeetingPack) } },
    },
  },
})

const postMeeting = programmeRoute('meeting.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/meetings',
  summary: 'Add a meeting of a group',
  tags,
  request: { params: ofProgramme, headers: writeHeaders, body: body(NewMeeting) },
  responses: { 201: saved },
})

const patchMeeting = programmeRoute('meeting.manage', {
  method: 'patch',
  path: '/api/programmes/{programme}/meetings/{id}',
  summary: 'Change a meeting: its day, its state, its agenda with the minutes',
  tags,
  request: { params: one, headers: versionedWriteHeaders, body: body(MeetingChange) },
  responses: { 200: saved },
})

const postDecision = programmeRoute('meeting.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/meetings/{id}/decisions',
  summary: 'Record what a meeting decided, and which question that answers',
  tags,
  request: { params: one, headers: writeHeaders, body: body(NewDecision) },
  responses: { 201: saved },
})

const postAction = programmeRoute('meeting.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/meetings/{id}/actions',
  summary: 'Record what a meeting asked for, as a new task or one that is there',
  tags,
  request: { params: one, headers: writeHeaders, body: body(NewAction) },
  responses: { 201: saved },
})

const withdrawDecision = programmeRoute('meeting.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/decisions/{id}/withdraw',
  summary: 'Take back a decision that was recorded by mistake',
  tags,
  request: { params: one, headers: versionedWriteHeaders, body: body(Withdrawal) },
  responses: { 200: saved },
})

const withdrawAction = programmeRoute('meeting.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/actions/{id}/withdraw',
  summary: 'Take back an action that was recorded by mistake; its task stays',
  tags,
  request: { params: one, headers: versionedWriteHeaders, body: body(Withdrawal) },
  responses: { 200: saved },
})

/** Meetings of groups: their papers, what they decided, and what they asked for. */
export function meetingRoutes(context: AppContext) {
  return routeGroup()
    .openapi(listMeetings, async (c) => {
      const { member } = c.var
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(context.store, member.programme, query.asAt)
      const views = programme.state.records.meeting
        .filter(({ group }) => query.group === undefined || group === query.group)
        .toSorted((one, other) => (firstDayOf(one.date) < firstDayOf(other.date) ? 1 : -1))
        .map(meetingViewer(programme, member))
      return c.json({ ...pageOf(views, query), ...said }, 200)
    })
    .openapi(getMeeting, async (c) => {
      const { member } = c.var
      const viewed = await viewProgramme(context.store, member.programme, c.req.valid('query').asAt)
      const pack = await meetingPack(context, viewed, member, c.req.valid('param').id)
      return c.json({ ...pack, ...viewed.said }, 200, { etag: etag(pack.version) })
    })
    .openapi(postMeeting, async (c) => {
      const answer = await createMeeting(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(answer, 201, { etag: etag(answer.item.version) })
    })
    .openapi(patchMeeting, async (c) => {
      const answer = await changeMeeting(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        change: c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.version) })
    })
    .openapi(postDecision, async (c) => {
      const input = { meeting: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await recordDecision(context, c.var.member, await changeRequest(c), input), 201)
    })
    .openapi(postAction, async (c) => {
      const input = { meeting: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await recordAction(context, c.var.member, await changeRequest(c), input), 201)
    })
    .openapi(withdrawDecision, async (c) => {
      const answer = await withdrawOutcome(context, c.var.member, await changeRequest(c), {
        kind: 'meeting-decision',
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      })
      return c.json(answer, 200)
    })
    .openapi(withdrawAction, async (c) => {
      const answer = await withdrawOutcome(context, c.var.member, await changeRequest(c), {
        kind: 'meeting-action',
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      })
      return c.json(answer, 200)
    })
}
