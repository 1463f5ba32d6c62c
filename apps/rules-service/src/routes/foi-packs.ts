import { z } from '@hono/zod-openapi'
import { FoiPackChange, FoiPackView, Id, NewFoiPack, QuestionSetView } from '@workplan/domain'
import type { Context } from 'hono'
import type { AppContext } from '../context.ts'
import { questionSets } from '../foi/hospice-care-questions.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import type { MemberEnv } from '../http/environment.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { changePack } from '../verbs/foi/change-pack.ts'
import { createPack } from '../verbs/foi/create-pack.ts'
import { findPack } from '../verbs/foi/find-pack.ts'
import { packView } from '../verbs/foi/pack-view.ts'
import { drawAgain, refreshPack } from '../verbs/foi/refresh-pack.ts'
import { approvePack, withdrawPack } from '../verbs/foi/settle-pack.ts'

const tags = ['Freedom of information']
const ofProgramme = z.object({ programme: Id })
const onePack = ofProgramme.extend({ id: Id })
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true })

const listSets = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/foi-question-sets',
  summary: 'Sets of questions that are asked of every board',
  tags,
  request: { params: ofProgramme },
  responses: { 200: { description: 'The sets', ...json(listOf(QuestionSetView)) } },
})

const listPacks = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/foi-packs',
  summary: 'Returns to freedom of information requests, newest first',
  tags,
  request: { params: ofProgramme, query: listQuery.extend(asAtParameter) },
  responses: { 200: { description: 'The returns', ...json(listOf(FoiPackView)) } },
})

const getPack = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/foi-packs/{id}',
  summary: 'One return: what the records say, and what is answered',
  tags,
  request: { params: onePack, query: asAtQuery },
  responses: { 200: { description: 'The return', ...json(withKnown(FoiPackView)) } },
})

const postPack = programmeRoute('foi.write', {
  method: 'post',
  path: '/api/programmes/{programme}/foi-packs',
  summary: 'Draft a return from the records as at a day',
  tags,
  request: { params: ofProgramme, headers: writeHeaders, body: body(NewFoiPack) },
  responses: { 201: { description: 'The draft', ...json(FoiPackView) } },
})

const patchPack = programmeRoute('foi.write', {
  method: 'patch',
  path: '/api/programmes/{programme}/foi-packs/{id}',
  summary: 'Write answers',
  tags,
  request: { params: onePack, headers: versionedWriteHeaders, body: body(FoiPackChange) },
  responses: { 200: { description: 'The return', ...json(FoiPackView) } },
})

const postRefresh = programmeRoute('foi.write', {
  method: 'post',
  path: '/api/programmes/{programme}/foi-packs/{id}/refresh',
  summary: 'Draft the questions anew; what was written stays',
  tags,
  request: { params: onePack, headers: versionedWriteHeaders, body: body(z.strictObject({})) },
  responses: { 200: { description: 'The return', ...json(FoiPackView) } },
})

const postApproval = programmeRoute('foi.approve', {
  method: 'post',
  path: '/api/programmes/{programme}/foi-packs/{id}/approval',
  summary: 'Approve a return for release; it never changes afterwards',
  tags,
  request: { params: onePack, headers: versionedWriteHeaders, body: body(z.strictObject({})) },
  responses: { 200: { description: 'The return', ...json(FoiPackView) } },
})

const postWithdrawal = programmeRoute('foi.write', {
  method: 'post',
  path: '/api/programmes/{programme}/foi-packs/{id}/withdrawal',
  summary: 'Withdraw a draft',
  tags,
  request: {
    params: onePack,
    headers: versionedWriteHeaders,
    body: body(z.strictObject({ reason: z.string().trim().min(1).max(1000) })),
  },
  responses: { 200: { description: 'The return', ...json(FoiPackView) } },
})

/** Freedom of information: sets of questions, and returns drafted from the records. */
export function foiPackRoutes(context: AppContext) {
  const { store } = context
  const versioned = (c: Context<MemberEnv>) => ({
    id: c.req.param('id') ?? '',
    expectedVersion: expectedVersion(c.req.header('if-match')),
  })
  return routeGroup()
    .openapi(listSets, (c) => {
      const items = questionSets.map(({ questions, ...set }) => ({
        ...set,
        questions: questions.map(({ number, question }) => ({ number, question })),
      }))
      return c.json({ items, next: null }, 200)
    })
    .openapi(listPacks, async (c) => {
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, c.var.member.programme, query.asAt)
      const packs = programme.state.records['foi-pack'].toReversed()
      const views = packs.map((pack) => packView(programme, c.var.member, pack, null))
      return c.json({ ...pageOf(views, query), ...said }, 200)
    })
    .openapi(getPack, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const { pack, version } = findPack(programme, c.req.valid('param').id)
      const drawn =
        said.known || pack.state !== 'draft' ? null : await drawAgain(context, member.programme, pack)
      const view = { ...packView(programme, member, pack, drawn), ...said }
      return c.json(view, 200, { etag: etag(version) })
    })
    .openapi(postPack, async (c) => {
      const view = await createPack(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(view, 201, { etag: etag(view.version) })
    })
    .openapi(patchPack, async (c) => {
      const update = { ...versioned(c), change: c.req.valid('json') }
      const view = await changePack(context, c.var.member, await changeRequest(c), update)
      return c.json(view, 200, { etag: etag(view.version) })
    })
    .openapi(postRefresh, async (c) => {
      const view = await refreshPack(context, c.var.member, await changeRequest(c), versioned(c))
      return c.json(view, 200, { etag: etag(view.version) })
    })
    .openapi(postApproval, async (c) => {
      const view = await approvePack(context, c.var.member, await changeRequest(c), versioned(c))
      return c.json(view, 200, { etag: etag(view.version) })
    })
    .openapi(postWithdrawal, async (c) => {
      const { reason } = c.req.valid('json')
      const view = await withdrawPack(context, c.var.member, await changeRequest(c), {
        ...versioned(c),
        reason,
      })
      return c.json(view, 200, { etag: etag(view.version) })
    })
}
