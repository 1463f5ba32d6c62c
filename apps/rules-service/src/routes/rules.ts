import { z } from '@hono/zod-openapi'
import {
  EffectOnFlags,
  Id,
  RuleDetail,
  RuleSaved,
  RuleSettingsInput,
  RuleSettingsTrial,
  RuleState,
  RuleSummary,
  Severity,
  SubjectFactsView,
  SubjectKind,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders } from '../http/writes.ts'
import { filterRules } from '../verbs/rules/filter-rules.ts'
import { readRule } from '../verbs/rules/find-rule.ts'
import { previewSettings, setRule } from '../verbs/rules/set-rule.ts'
import { factViews } from '../views/fact-views.ts'
import { ruleSummaries } from '../views/rule-summary.ts'

const tags = ['Rules']
const ofProgramme = z.object({ programme: Id })
const oneRule = ofProgramme.extend({ id: Id })

const listRules = programmeRoute('rules.view', {
  method: 'get',
  path: '/api/programmes/{programme}/rules',
  summary: 'The rule library: every rule as it stands in the programme',
  tags,
  request: {
    params: ofProgramme,
    query: listQuery.extend({
      subject: SubjectKind.optional(),
      severity: Severity.optional(),
      origin: RuleSummary.shape.origin.optional(),
      state: RuleState.optional(),
      q: z.string().trim().max(200).optional(),
      ...asAtParameter,
    }),
  },
  responses: {
    200: { description: 'Rules', content: { 'application/json': { schema: listOf(RuleSummary) } } },
  },
})

const listFacts = programmeRoute('rules.view', {
  method: 'get',
  path: '/api/programmes/{programme}/rules/facts',
  summary: 'The facts that rules may read, by kind of subject',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: {
    200: { description: 'Facts', content: { 'application/json': { schema: listOf(SubjectFactsView) } } },
  },
})

const getRule = programmeRoute('rules.view', {
  method: 'get',
  path: '/api/programmes/{programme}/rules/{id}',
  summary: 'One rule: its conditions, cases, settings and the flags it raises',
  tags,
  request: { params: oneRule, query: asAtQuery },
  responses: {
    200: { description: 'The rule', content: { 'application/json': { schema: withKnown(RuleDetail) } } },
  },
})

const putSettings = programmeRoute('rules.manage', {
  method: 'put',
  path: '/api/programmes/{programme}/rules/{id}/settings',
  summary: 'Switch a rule on or off, or set its severity and numbers for the programme',
  tags,
  request: {
    params: oneRule,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: RuleSettingsInput } }, required: true },
  },
  responses: {
    200: {
      description: 'The rule, and what the settings did to the flags',
      content: { 'application/json': { schema: RuleSaved } },
    },
  },
})

const postPreview = programmeRoute('rules.manage', {
  method: 'post',
  path: '/api/programmes/{programme}/rules/{id}/settings/preview',
  summary: 'What other settings would do to the flags; changes nothing',
  tags,
  request: {
    params: oneRule,
    body: { content: { 'application/json': { schema: RuleSettingsTrial } }, required: true },
  },
  responses: {
    200: {
      description: 'Flags that would clear, appear, come back, or say or weigh something else',
      content: { 'application/json': { schema: EffectOnFlags } },
    },
  },
})

/** The rule library, and how a programme sets the rules that come with Workplan. */
export function ruleRoutes(context: AppContext) {
  const { store, rules } = context
  return routeGroup()
    .openapi(listRules, async (c) => {
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, query.asAt)
      const page = pageOf(filterRules(ruleSummaries(programme, rules), query), query)
      return c.json({ ...page, ...said }, 200)
    })
    .openapi(listFacts, async (c) => {
      const { asAt } = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, asAt)
      return c.json({ items: factViews(programme, rules), next: null, ...said }, 200)
    })
    .openapi(getRule, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const rule = readRule(programme, rules, c.req.valid('param').id, member)
      return c.json({ ...rule, ...said }, 200, { etag: etag(rule.revision) })
    })
    .openapi(putSettings, async (c) => {
      const saved = await setRule(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expected: expectedVersion(c.req.valid('header')['if-match']),
        input: c.req.valid('json'),
      })
      return c.json(saved, 200, { etag: etag(saved.item.revision) })
    })
    .openapi(postPreview, async (c) => {
      const { programme, id } = c.req.valid('param')
      return c.json(await previewSettings(context, programme, id, c.req.valid('json')), 200)
    })
}
