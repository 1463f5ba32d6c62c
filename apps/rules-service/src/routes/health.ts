import { z } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { publicRoute, routeGroup } from '../http/routes.ts'
import { productVersion } from '../product-version.ts'

const READY_WITHIN_MS = 2_000

const tags = ['Health']
const ok = { 'application/json': { schema: z.object({ status: z.literal('ok') }) } }

const livez = publicRoute({
  method: 'get',
  path: '/livez',
  summary: 'Whether the process answers; asks nothing of the database',
  tags,
  responses: { 200: { description: 'It does', content: ok } },
})

const readyz = publicRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether requests can be served now',
  tags,
  responses: { 200: { description: 'They can; 503 while stopping or without a database', content: ok } },
})

const version = publicRoute({
  method: 'get',
  path: '/api/version',
  summary: 'Which Workplan this is',
  tags,
  responses: {
    200: {
      description: 'The version, and the commit it was built from if that is known',
      content: {
        'application/json': { schema: z.object({ version: z.string(), commit: z.string().nullable() }) },
      },
    },
  },
})

export function healthRoutes({ database, stopping, config }: AppContext) {
  return routeGroup()
    .openapi(livez, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(readyz, async (c) => {
      if (stopping.aborted) throw new AppError('database-unavailable', 'Workplan is stopping.')
      await withinTime(database.execute(sql`select 1`))
      return c.json({ status: 'ok' as const }, 200)
    })
    .openapi(version, (c) => c.json({ version: productVersion, commit: config.commit }, 200))
}

/** A database that hangs is as good as none. */
async function withinTime(answer: Promise<unknown>): Promise<void> {
  const tooLate = sleep(READY_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new AppError('database-unavailable', 'The database does not answer.')
  })
  await Promise.race([answer, tooLate])
}
