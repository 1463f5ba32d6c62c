import { z } from '@hono/zod-openapi'
import {
  ClinicalLeadInput,
  ClinicalLeadView,
  Id,
  NewRound,
  RoundList,
  RoundSaved,
  RoundSignOffInput,
  RoundView,
  RoundWithdrawal,
  SignOffView,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { clinicalLeadView } from '../verbs/assessments/clinical-lead.ts'
import { listRounds } from '../verbs/assessments/list-rounds.ts'
import { nameClinicalLead } from '../verbs/assessments/name-clinical-lead.ts'
import { roundView } from '../verbs/assessments/round-view.ts'
import { signOffRound } from '../verbs/assessments/sign-off-round.ts'
import { signOffView } from '../verbs/assessments/sign-off-view.ts'
import { startRound } from '../verbs/assessments/start-round.ts'
import { withdrawRound } from '../verbs/assessments/withdraw-round.ts'

const tags = ['Self-assessment']
const ofProgramme = z.object({ programme: Id })
const one = ofProgramme.extend({ id: Id })
const root = '/api/programmes/{programme}' as const

function json<Schema extends z.ZodType>(schema: Schema) {
  return { content: { 'application/json': { schema } } }
}

function body<Schema extends z.ZodType>(schema: Schema) {
  return { ...json(schema), required: true }
}

const roundSaved = { description: 'The round, and what it did to the flags', ...json(RoundSaved) }

const getRounds = programmeRoute('programme.view', {
  method: 'get',
  path: `${root}/assessments`,
  summary: 'Rounds of self-assessment, the latest first',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: { 200: { description: 'The rounds', ...json(withKnown(RoundList)) } },
})

const postRound = programmeRoute('assessment.start', {
  method: 'post',
  path: `${root}/assessments`,
  summary: 'Start a round in which every measure is unanswered',
  tags,
  request: { params: ofProgramme, headers: writeHeaders, body: body(NewRound) },
  responses: { 201: roundSaved },
})

const getRound = programmeRoute('programme.view', {
  method: 'get',
  path: `${root}/assessments/{id}`,
  summary: 'One round with every measure, last time and now',
  tags,
  request: { params: one, query: asAtQuery },
  responses: { 200: { description: 'The round', ...json(withKnown(RoundView)) } },
})

const getSignOff = programmeRoute('programme.view', {
  method: 'get',
  path: `${root}/assessments/{id}/sign-off`,
  summary: 'What is missing in an open round, and what signing it off would do; changes nothing',
  tags,
  request: { params: one, query: asAtQuery },
  responses: { 200: { description: 'The checklist', ...json(withKnown(SignOffView)) } },
})

const postSignOff = programmeRoute('assessment.sign-off', {
  method: 'post',
  path: `${root}/assessments/{id}/sign-off`,
  summary: 'Sign a round off: it does not change any more, and becomes the one that views and flags read',
  tags,
  request: { params: one, headers: versionedWriteHeaders, body: body(RoundSignOffInput) },
  responses: { 200: roundSaved },
})

const postWithdrawal = programmeRoute('assessment.withdraw', {
  method: 'post',
  path: `${root}/assessments/{id}/withdrawal`,
  summary: 'Take an open round back',
  tags,
  request: { params: one, headers: versionedWriteHeaders, body: body(RoundWithdrawal) },
  responses: { 200: roundSaved },
})

const getClinicalLead = programmeRoute('programme.view', {
  method: 'get',
  path: `${root}/clinical-lead`,
  summary: 'Who holds the post of the clinical lead',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: { 200: { description: 'Who holds it', ...json(withKnown(ClinicalLeadView)) } },
})

const putClinicalLead = programmeRoute('people.manage', {
  method: 'put',
  path: `${root}/clinical-lead`,
  summary: 'Say who holds the post of the clinical lead, who may sign rounds off',
  tags,
  request: { params: ofProgramme, headers: versionedWriteHeaders, body: body(ClinicalLeadInput) },
  responses: { 200: { description: 'Who holds it', ...json(ClinicalLeadView) } },
})

/** Rounds of self-assessment: started, answered, signed off. */
export function assessmentRoutes(context: AppContext) {
  const { store, rules } = context
  const { library } = rules
  return routeGroup()
    .openapi(getRounds, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      return c.json({ ...listRounds(programme, library, member), ...said }, 200)
    })
    .openapi(getRound, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const view = roundView(programme, library, member, c.req.valid('param').id)
      return c.json({ ...view, ...said }, 200, { etag: etag(view.round.version) })
    })
    .openapi(getSignOff, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const view = signOffView(context, programme, member, c.req.valid('param').id)
      return c.json({ ...view, ...said }, 200, { etag: etag(view.round.version) })
    })
    .openapi(postSignOff, async (c) => {
      const signed = await signOffRound(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
      })
      return c.json(signed, 200, { etag: etag(signed.item.version) })
    })
    .openapi(postWithdrawal, async (c) => {
      const withdrawn = await withdrawRound(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        reason: c.req.valid('json').reason,
      })
      return c.json(withdrawn, 200, { etag: etag(withdrawn.item.version) })
    })
    .openapi(postRound, async (c) => {
      const started = await startRound(context, await changeRequest(c), c.req.valid('json'))
      return c.json(started, 201, { etag: etag(started.item.version) })
    })
    .openapi(getClinicalLead, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const view = clinicalLeadView(programme, member)
      return c.json({ ...view, ...said }, 200, { etag: etag(view.version) })
    })
    .openapi(putClinicalLead, async (c) => {
      const named = await nameClinicalLead(context, c.var.member, await changeRequest(c), {
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      })
      return c.json(named, 200, { etag: etag(named.version) })
    })
}
