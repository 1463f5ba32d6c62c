import { z } from '@hono/zod-openapi'
import {
  Id,
  RuleCheck,
  RuleDetail,
  RuleDraftInput,
  RuleEndInput,
  RulePublishInput,
  RuleSaved,
  RuleTrial,
  RuleTrialInput,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { checkRule } from '../verbs/rules/check-rule.ts'
import { discardDraft } from '../verbs/rules/discard-draft.ts'
import { endRule } from '../verbs/rules/end-rule.ts'
import { publishRule } from '../verbs/rules/publish-rule.ts'
import { beginRule, saveDraft } from '../verbs/rules/save-draft.ts'
import { tryRule } from '../verbs/rules/try-rule.ts'

const tags = ['Rules']
const ofProgramme = z.object({ programme: Id })
const oneRule = ofProgramme.extend({ id: Id })
const trialBody = { content: { 'application/json': { schema: RuleTrialInput } }, required: true }
const draftBody = { content: { 'application/json': { schema: RuleDraftInput } }, required: true }
const detail = { content: { 'application/json': { schema: RuleDetail } } }
const saved = {
  description: 'The rule, and what that did to the flags',
  content: { 'application/json': { schema: RuleSaved } },
}

const postCheck = programmeRoute('rules.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/rules/check',
  summary: 'What stands against a rule, and how its cases come out; changes nothing',
  tags,
  request: { params: ofProgramme, body: trialBody },
  responses: {
    200: { description: 'Problems and cases', content: { 'application/json': { schema: RuleCheck } } },
  },
})

const postTry = programmeRoute('rules.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/rules/try',
  summary: 'The flags that a rule would raise now; changes nothing',
  tags,
  request: { params: ofProgramme, query: z.object({ rule: Id.optional() }), body: trialBody },
  responses: {
    200: {
      description:
        'Flags, what cannot be judged, and what publishing would do to the flags there are: as a new rule, or as the next version of `rule`',
      content: { 'application/json': { schema: RuleTrial } },
    },
  },
})

const postRule = programmeRoute('rules.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/rules',
  summary: 'Begin a rule of the programme’s own',
  tags,
  request: { params: ofProgramme, headers: writeHeaders, body: draftBody },
  responses: { 201: { description: 'The rule, as a draft', ...detail } },
})

const putRule = programmeRoute('rules.manage', {
  method: 'put',
  path: '/api/programmes/{programme}/rules/{id}',
  summary: 'Save the draft of an own rule',
  tags,
  request: { params: oneRule, headers: versionedWriteHeaders, body: draftBody },
  responses: { 200: { description: 'The rule with its draft', ...detail } },
})

const deleteDraft = programmeRoute('rules.manage', {
  method: 'delete',
  path: '/api/programmes/{programme}/rules/{id}/draft',
  summary: 'Let go of the draft of an own rule',
  tags,
  request: { params: oneRule, headers: versionedWriteHeaders },
  responses: { 204: { description: 'The draft is gone' } },
})

const postPublish = programmeRoute('rules.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/rules/{id}/publish',
  summary: 'Put the draft of an own rule in force',
  tags,
  request: {
    params: oneRule,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: RulePublishInput } }, required: true },
  },
  responses: { 200: saved },
})

const postEnd = programmeRoute('rules.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/rules/{id}/end',
  summary: 'End an own rule',
  tags,
  request: {
    params: oneRule,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: RuleEndInput } }, required: true },
  },
  responses: { 200: saved },
})

/** Rules of a programme's own: written as drafts, checked and tried, published in versions, ended. */
export function ownRuleRoutes(context: AppContext) {
  const { rules } = context
  return routeGroup()
    .openapi(postCheck, async (c) =>
      c.json(await checkRule(c.req.valid('json'), rules.rulebook.conditions), 200),
    )
    .openapi(postTry, async (c) =>
      c.json(
        await tryRule(context, c.var.member.programme, c.req.valid('json'), c.req.valid('query').rule),
        200,
      ),
    )
    .openapi(postRule, async (c) => {
      const rule = await beginRule(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(rule, 201, { etag: etag(rule.revision) })
    })
    .openapi(putRule, async (c) => {
      const rule = await saveDraft(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expected: expectedVersion(c.req.valid('header')['if-match']),
        input: c.req.valid('json'),
      })
      return c.json(rule, 200, { etag: etag(rule.revision) })
    })
    .openapi(deleteDraft, async (c) => {
      await discardDraft(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expected: expectedVersion(c.req.valid('header')['if-match']),
      })
      return c.body(null, 204)
    })
    .openapi(postPublish, async (c) => {
      const answer = await publishRule(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expected: expectedVersion(c.req.valid('header')['if-match']),
        reason: c.req.valid('json').reason,
      })
      return c.json(answer, 200, { etag: etag(answer.item.revision) })
    })
    .openapi(postEnd, async (c) => {
      const answer = await endRule(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expected: expectedVersion(c.req.valid('header')['if-match']),
        input: c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.revision) })
    })
}
