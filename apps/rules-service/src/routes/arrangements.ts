import { z } from '@hono/zod-openapi'
import {
  ArrangementChange,
  ArrangementSaved,
  ArrangementView,
  CapacityView,
  Id,
  NewArrangement,
  TrainingView,
  TransitionView,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { addArrangement } from '../verbs/arrangements/add-arrangement.ts'
import { arrangementView } from '../verbs/arrangements/arrangement-view.ts'
import { changeArrangement } from '../verbs/arrangements/change-arrangement.ts'
import { findArrangement } from '../verbs/arrangements/find-arrangement.ts'
import { capacityView } from '../views/capacity-view.ts'
import { trainingView } from '../views/training-view.ts'
import { transitionView } from '../views/transition-view.ts'

const tags = ['Hand-overs, training and posts']
const ofProgramme = z.object({ programme: Id })
const oneArrangement = ofProgramme.extend({ id: Id })
const saved = { content: { 'application/json': { schema: ArrangementSaved } } }

const getTransition = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/transition',
  summary: 'Pathways from children’s to adult services, with what is handed over at which age',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: {
    200: { description: 'Pathways', content: { 'application/json': { schema: withKnown(TransitionView) } } },
  },
})

const getTraining = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/training',
  summary: 'Training that is needed and offered',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: {
    200: { description: 'Training', content: { 'application/json': { schema: withKnown(TrainingView) } } },
  },
})

const getCapacity = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/capacity',
  summary: 'Posts, and the required hours that hang on them',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: {
    200: { description: 'Capacity', content: { 'application/json': { schema: withKnown(CapacityView) } } },
  },
})

const getArrangement = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/arrangements/{id}',
  summary: 'One pathway, hand-over, training need or offer, or post',
  tags,
  request: { params: oneArrangement },
  responses: {
    200: { description: 'The arrangement', content: { 'application/json': { schema: ArrangementView } } },
  },
})

const postArrangement = programmeRoute('arrangement.update', {
  method: 'post',
  path: '/api/programmes/{programme}/arrangements',
  summary: 'Add a pathway, hand-over, training need or offer, or post',
  tags,
  request: {
    params: ofProgramme,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: NewArrangement } }, required: true },
  },
  responses: { 201: { description: 'The arrangement, and what it did to the flags', ...saved } },
})

const patchArrangement = programmeRoute('arrangement.update', {
  method: 'patch',
  path: '/api/programmes/{programme}/arrangements/{id}',
  summary: 'Change an arrangement, or withdraw it by its state',
  tags,
  request: {
    params: oneArrangement,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: ArrangementChange } }, required: true },
  },
  responses: { 200: { description: 'The arrangement, and what the change did to the flags', ...saved } },
})

/** Hand-overs from children's to adult services, training, and posts: read, added and changed. */
export function arrangementRoutes(context: AppContext) {
  const { store, rules } = context
  return routeGroup()
    .openapi(getTransition, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      return c.json({ ...transitionView(programme, rules, member), ...said }, 200)
    })
    .openapi(getTraining, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      return c.json({ ...trainingView(programme, member), ...said }, 200)
    })
    .openapi(getCapacity, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      return c.json({ ...capacityView(programme, member), ...said }, 200)
    })
    .openapi(getArrangement, async (c) => {
      const { member } = c.var
      const programme = await store.readProgramme(member.programme)
      const { kind, record } = findArrangement(programme, c.req.valid('param').id)
      const view = arrangementView(kind, record, programme, member)
      return c.json(view, 200, { etag: etag(view.version) })
    })
    .openapi(postArrangement, async (c) => {
      const answer = await addArrangement(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(answer, 201, { etag: etag(answer.item.version) })
    })
    .openapi(patchArrangement, async (c) => {
      const answer = await changeArrangement(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        input: c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.version) })
    })
}
