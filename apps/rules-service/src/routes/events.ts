import { z } from '@hono/zod-openapi'
import { Id } from '@workplan/domain'
import { streamSSE } from 'hono/streaming'
import type { AppContext } from '../context.ts'
import { createStreamCount } from '../http/count-streams.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { followChanges } from '../verbs/journal/follow-changes.ts'

/** A sequence number of the journal as text. */
const seqText = z.string().regex(/^\d{1,15}$/)

const events = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/events',
  summary: 'Changes as they happen; resumes after Last-Event-ID or `after`',
  tags: ['Journal'],
  request: {
    params: z.object({ programme: Id }),
    headers: z.object({ 'last-event-id': seqText.optional() }),
    // For readers that open a new stream and cannot set a header, as a page in a browser.
    query: z.object({ after: seqText.optional() }),
  },
  responses: {
    200: {
      description:
        'Events `change` with the sequence number as id and a ChangeEvent as data; one event `place` with the sequence number, once all that was missed has been sent; `beat` at least every half minute while nothing happens',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})

/** The live stream: one event for each change, taken from the journal. */
export function eventRoutes(context: AppContext) {
  const streams = createStreamCount()
  return routeGroup().openapi(events, async (c) => {
    const { programme, person } = c.var.member
    const resumeAfter = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').after
    const { seq: head } = await context.store.readProgramme(programme)
    // A place beyond the journal's end was in a journal from before a restore: the page sees by `place` that it was sent back.
    const since = resumeAfter ? Math.min(Number(resumeAfter), head) : head
    // Proxies that collect an answer before they pass it on would hold the stream back.
    c.header('x-accel-buffering', 'no')
    const release = streams.take(person.id)
    return streamSSE(c, (stream) =>
      followChanges(context, {
        programme,
        since,
        stillAllowed: () => isStillMember(context, c.req.raw.headers, programme),
        stream,
      }).finally(release),
    )
  })
}

async function isStillMember(context: AppContext, headers: Headers, programme: string): Promise<boolean> {
  return Boolean((await context.sessions.memberOf(headers, programme))?.member)
}
