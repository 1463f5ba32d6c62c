import { z } from '@hono/zod-openapi'
import {
  AcceptanceRequest,
  Audience,
  DecisionAboutMany,
  DecisionInput,
  FlagAnswer,
  FlagDetail,
  FlagId,
  FlagsByCause,
  FlagStatus,
  FlagSummary,
  Id,
  Severity,
  WorkstreamApp,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { answerFlag } from '../verbs/flags/answer-flag.ts'
import { decideFlag } from '../verbs/flags/decide-flag.ts'
import { decideMany } from '../verbs/flags/decide-many.ts'
import { requestAcceptance } from '../verbs/flags/request-acceptance.ts'
import { readFlag } from '../verbs/flags/read-flag.ts'
import { filterFlags, flagsByCause } from '../views/flag-list.ts'

const tags = ['Flags']
const ofProgramme = z.object({ programme: Id })
const oneFlag = ofProgramme.extend({ id: FlagId })
const detail = { content: { 'application/json': { schema: FlagDetail } } }

const listFlags = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/flags',
  summary: 'What is wrong, worst first',
  tags,
  request: {
    params: ofProgramme,
    query: listQuery.extend({
      status: z.enum([...FlagStatus.options, 'all']).optional(),
      severity: Severity.optional(),
      rule: Id.optional(),
      audience: Audience.optional(),
      app: WorkstreamApp.optional(),
      workstream: Id.optional(),
      owner: z.string().max(300).optional(),
      subject: z.string().max(300).optional(),
      requirement: Id.optional(),
      q: z.string().trim().max(200).optional(),
      ...asAtParameter,
    }),
  },
  responses: {
    200: {
      description: 'Flags, with how many each rule raised and how many there are in all',
      content: {
        'application/json': {
          schema: listOf(FlagSummary).extend({
            causes: z.array(FlagsByCause),
            total: z.number().int(),
            /** What a decision about several of them starts from, for `If-Match`. */
            version: z.number().int(),
          }),
        },
      },
    },
  },
})

const getFlag = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/flags/{id}',
  summary: 'One flag: why it says so and what would clear it',
  tags,
  request: { params: oneFlag, query: asAtQuery },
  responses: {
    200: { description: 'The flag', content: { 'application/json': { schema: withKnown(FlagDetail) } } },
  },
})

const postDecision = programmeRoute('flag.decide', {
  method: 'post',
  path: '/api/programmes/{programme}/flags/{id}/decisions',
  summary: 'Assign, accept until a day, dispute, or ask about a flag',
  description: 'It is refused when something became of the flag since the version in If-Match.',
  tags,
  request: {
    params: oneFlag,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: DecisionInput } }, required: true },
  },
  responses: { 200: { description: 'The flag after the decision', ...detail } },
})

const postDecisions = programmeRoute('flag.decide', {
  method: 'post',
  path: '/api/programmes/{programme}/flags/decisions',
  summary: 'Make one decision about several flags',
  description:
    'All or none. It is refused when something became of one of them since the version of the list in If-Match.',
  tags,
  request: {
    params: ofProgramme,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: DecisionAboutMany } }, required: true },
  },
  responses: {
    200: {
      description: 'The flags after the decision',
      content: { 'application/json': { schema: z.object({ items: z.array(FlagSummary) }) } },
    },
  },
})

const postAnswer = programmeRoute('question.answer', {
  method: 'post',
  path: '/api/programmes/{programme}/flags/{id}/answers',
  summary: 'Answer what the SRO asked about a flag, or why it is disputed',
  description: 'The flag waits for the SRO again. Only the programme office answers a dispute.',
  tags,
  request: {
    params: oneFlag,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: FlagAnswer } }, required: true },
  },
  responses: { 200: { description: 'The flag after the answer', ...detail } },
})

const postAcceptanceRequest = programmeRoute('acceptance.request', {
  method: 'post',
  path: '/api/programmes/{programme}/flags/{id}/acceptance-requests',
  summary: 'Ask the SRO to accept a flag until a day',
  tags,
  request: {
    params: oneFlag,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: AcceptanceRequest } }, required: true },
  },
  responses: {
    201: {
      description: 'It is asked for; nothing changes until somebody else approves it',
      content: { 'application/json': { schema: z.object({ requested: z.literal(true) }) } },
    },
  },
})

/** The flags, and what is decided about them. */
export function flagRoutes(context: AppContext) {
  return routeGroup()
    .openapi(listFlags, async (c) => {
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(context.store, c.var.member.programme, query.asAt)
      const { state, flags } = programme
      const found = filterFlags(flags.values(), query, state.records)
      return c.json(
        {
          ...pageOf(found, query),
          causes: flagsByCause(found),
          total: found.length,
          version: programme.seq,
          ...said,
        },
        200,
        said.known ? {} : { etag: etag(programme.seq) },
      )
    })
    .openapi(getFlag, async (c) => {
      const viewed = await viewProgramme(context.store, c.var.member.programme, c.req.valid('query').asAt)
      const { id } = c.req.valid('param')
      const flag = { ...(await readFlag(context, viewed, id)), ...viewed.said }
      return c.json(flag, 200, viewed.said.known ? {} : { etag: etag(flag.version) })
    })
    .openapi(postAcceptanceRequest, async (c) => {
      const request = await changeRequest(c)
      const asked = await requestAcceptance(context, request, c.req.valid('param').id, c.req.valid('json'))
      return c.json(asked, 201)
    })
    .openapi(postDecisions, async (c) => {
      const request = await changeRequest(c)
      const expected = expectedVersion(c.req.valid('header')['if-match'])
      return c.json(await decideMany(context, request, c.req.valid('json'), expected), 200)
    })
    .openapi(postDecision, async (c) => {
      const request = await changeRequest(c)
      const expected = expectedVersion(c.req.valid('header')['if-match'])
      const { id } = c.req.valid('param')
      const decided = await decideFlag(context, request, id, { decision: c.req.valid('json'), expected })
      return c.json(decided, 200, { etag: etag(decided.version) })
    })
    .openapi(postAnswer, async (c) => {
      const answered = await answerFlag(context, c.var.member, await changeRequest(c), {
        flag: c.req.valid('param').id,
        answer: c.req.valid('json'),
        expected: expectedVersion(c.req.valid('header')['if-match']),
      })
      return c.json(answered, 200, { etag: etag(answered.version) })
    })
}
