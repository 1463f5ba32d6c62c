import { z } from '@hono/zod-openapi'
import { Id, JournalEntry } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, viewProgramme } from '../http/as-at.ts'
import { LIST_LIMIT, listOf, listQuery } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { namedPeople, peopleIn } from '../named-people.ts'
import { journalEntry } from '../verbs/journal/journal-entry.ts'

const listJournal = programmeRoute('journal.view', {
  method: 'get',
  path: '/api/programmes/{programme}/journal',
  summary: 'Every change, newest first',
  tags: ['Journal'],
  request: {
    params: z.object({ programme: Id }),
    query: listQuery.extend({
      kind: z.string().max(100).optional(),
      id: z.string().max(300).optional(),
      cursor: z.coerce.number().int().positive().optional(),
      ...asAtParameter,
    }),
  },
  responses: {
    200: { description: 'Entries', content: { 'application/json': { schema: listOf(JournalEntry) } } },
  },
})

/** The journal, page by page; the cursor is the sequence number of the last entry shown. */
export function journalRoutes({ store, database }: AppContext) {
  return routeGroup().openapi(listJournal, async (c) => {
    const { programme } = c.var.member
    const { limit = LIST_LIMIT, cursor, kind, id, asAt } = c.req.valid('query')
    const viewed = await viewProgramme(store, programme, asAt)
    const rows = await store.readJournal(programme, {
      order: 'newest-first',
      limit: limit + 1,
      ...viewed.journal,
      ...(cursor !== undefined && { before: Math.min(cursor, viewed.journal.before ?? cursor) }),
      ...(kind !== undefined && { kind }),
      ...(id !== undefined && { id }),
    })
    const people = await namedPeople(database, viewed.programme.people, peopleIn(rows))
    const items = rows.slice(0, limit).map((row) => journalEntry(row, people))
    const last = items.at(-1)
    const next = rows.length > limit && last ? String(last.seq) : null
    return c.json({ items, next, ...viewed.said }, 200)
  })
}
