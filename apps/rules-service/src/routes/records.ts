import { z } from '@hono/zod-openapi'
import { Id, recordKinds, RecordView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { namedPeople, peopleIn } from '../named-people.ts'
import { indexRecords } from '../views/record-index.ts'
import { recordView } from '../views/record-view.ts'

/** Journal entries of one record that its page shows, newest first. */
const HISTORY_LIMIT = 200

const getRecord = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/records/{kind}/{id}',
  summary: 'Any record, for the page behind a figure',
  tags: ['Records'],
  request: { params: z.object({ programme: Id, kind: z.enum(recordKinds), id: Id }), query: asAtQuery },
  responses: {
    200: { description: 'The record', content: { 'application/json': { schema: withKnown(RecordView) } } },
  },
})

/** Any record of a programme, every field in words. */
export function recordRoutes({ store, rules, database }: AppContext) {
  return routeGroup().openapi(getRecord, async (c) => {
    const { kind, id } = c.req.valid('param')
    const { asAt } = c.req.valid('query')
    const { programme, said, journal: upTo } = await viewProgramme(store, c.var.member.programme, asAt)
    const index = indexRecords(programme, rules.library)
    const entry = index.find(id)
    if (entry?.kind !== kind) throw new AppError('not-found', 'There is no such record in this programme.')
    const journal = await store.readJournal(c.var.member.programme, {
      kind,
      id,
      order: 'newest-first',
      limit: HISTORY_LIMIT,
      ...upTo,
    })
    const people = await namedPeople(database, programme.people, peopleIn(journal))
    return c.json({ ...recordView(entry, { ...programme, people }, index, journal), ...said }, 200)
  })
}
