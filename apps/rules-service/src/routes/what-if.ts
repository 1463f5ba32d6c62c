import { z } from '@hono/zod-openapi'
import { EffectOnFlags, Id, WhatIfInput } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { tryChange } from '../verbs/what-if/try-change.ts'

const postWhatIf = programmeRoute('programme.view', {
  method: 'post',
  path: '/api/programmes/{programme}/what-if',
  summary: 'What a change would do to the flags; changes nothing',
  tags: ['Flags'],
  request: {
    params: z.object({ programme: Id }),
    body: { content: { 'application/json': { schema: WhatIfInput } }, required: true },
  },
  responses: {
    200: {
      description: 'Flags that would clear, appear, come back, or say something else',
      content: { 'application/json': { schema: EffectOnFlags } },
    },
  },
})

/** Changes tried before they are saved. */
export function whatIfRoutes(context: AppContext) {
  return routeGroup().openapi(postWhatIf, async (c) =>
    c.json(await tryChange(context, c.var.member.programme, c.req.valid('json')), 200),
  )
}
