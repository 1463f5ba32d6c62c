import { z } from '@hono/zod-openapi'
import {
  AnswerChange,
  AnswerSaved,
  Id,
  MeasureAnswer,
  NewOrganisationAnswer,
  OrganisationAnswerChange,
  SameAsLast,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { recordKey } from '../store/programme.ts'
import { addOrganisationAnswer } from '../verbs/assessments/add-organisation-answer.ts'
import { answerMeasure } from '../verbs/assessments/answer-measure.ts'
import { changeOrganisationAnswer } from '../verbs/assessments/change-organisation-answer.ts'
import { confirmAsLast } from '../verbs/assessments/confirm-as-last.ts'
import { findAnswer, findRound } from '../verbs/assessments/find-round.ts'
import { measureRow } from '../verbs/assessments/measure-rows.ts'
import {
  findOrganisationAnswer,
  measureOfOrganisationAnswer,
} from '../verbs/assessments/organisation-answers.ts'

const tags = ['Self-assessment']
const root = '/api/programmes/{programme}' as const
const one = z.object({ programme: Id, id: Id })
const measureSaved = {
  description: 'The measure, and what it did to the flags',
  content: { 'application/json': { schema: AnswerSaved } },
}

function body<Schema extends z.ZodType>(schema: Schema) {
  return { content: { 'application/json': { schema } }, required: true }
}

const getAnswer = programmeRoute('programme.view', {
  method: 'get',
  path: `${root}/answers/{id}`,
  summary: 'One measure of a round, by its answer',
  tags,
  request: { params: one, query: asAtQuery },
  responses: {
    200: {
      description: 'The measure',
      content: { 'application/json': { schema: withKnown(MeasureAnswer) } },
    },
  },
})

const patchAnswer = programmeRoute('assessment.answer', {
  method: 'patch',
  path: `${root}/answers/{id}`,
  summary: 'Answer a measure of an open round',
  tags,
  request: { params: one, headers: versionedWriteHeaders, body: body(AnswerChange) },
  responses: { 200: measureSaved },
})

const postSameAsLast = programmeRoute('assessment.answer', {
  method: 'post',
  path: `${root}/answers/{id}/same-as-last`,
  summary: 'Confirm that the answer of the round before still holds',
  tags,
  request: { params: one, headers: versionedWriteHeaders, body: body(SameAsLast) },
  responses: { 200: measureSaved },
})

const postOrganisation = programmeRoute('assessment.answer', {
  method: 'post',
  path: `${root}/answers/{id}/organisations`,
  summary: 'Record what an organisation answers, beside the moderated answer',
  tags,
  request: { params: one, headers: writeHeaders, body: body(NewOrganisationAnswer) },
  responses: { 201: measureSaved },
})

const getOrganisationAnswer = programmeRoute('programme.view', {
  method: 'get',
  path: `${root}/organisation-answers/{id}`,
  summary: 'The measure that an organisation answered, with all its answers',
  tags,
  request: { params: one, query: asAtQuery },
  responses: {
    200: {
      description: 'The measure',
      content: { 'application/json': { schema: withKnown(MeasureAnswer) } },
    },
  },
})

const patchOrganisationAnswer = programmeRoute('assessment.answer', {
  method: 'patch',
  path: `${root}/organisation-answers/{id}`,
  summary: 'Change what an organisation answers',
  tags,
  request: { params: one, headers: versionedWriteHeaders, body: body(OrganisationAnswerChange) },
  responses: { 200: measureSaved },
})

/** The answers of an open round: the moderated one to each measure, and those of single organisations. */
export function answerRoutes(context: AppContext) {
  const { store, rules } = context
  const { library } = rules
  return routeGroup()
    .openapi(getAnswer, async (c) => {
      const { member } = c.var
      const { id } = c.req.valid('param')
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const { assessment } = findAnswer(programme.state, id)
      const row = measureRow(findRound(programme.state, library, assessment), programme, member, id)
      return c.json({ ...row, ...said }, 200, { etag: etag(row.version) })
    })
    .openapi(patchAnswer, async (c) => {
      const saved = await answerMeasure(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        change: c.req.valid('json'),
      })
      return c.json(saved, 200, { etag: etag(saved.item.version) })
    })
    .openapi(postSameAsLast, async (c) => {
      const saved = await confirmAsLast(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        same: c.req.valid('json'),
      })
      return c.json(saved, 200, { etag: etag(saved.item.version) })
    })
    .openapi(postOrganisation, async (c) => {
      const saved = await addOrganisationAnswer(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        said: c.req.valid('json'),
      })
      return c.json(saved, 201)
    })
    .openapi(getOrganisationAnswer, async (c) => {
      const { member } = c.var
      const { id } = c.req.valid('param')
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const answer = findOrganisationAnswer(programme, id)
      const row = measureOfOrganisationAnswer(programme, library, member, answer)
      const version = programme.versions.get(recordKey('organisation-answer', id)) ?? 0
      return c.json({ ...row, ...said }, 200, { etag: etag(version) })
    })
    .openapi(patchOrganisationAnswer, async (c) => {
      const saved = await changeOrganisationAnswer(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        said: c.req.valid('json'),
      })
      return c.json(saved, 200)
    })
}
