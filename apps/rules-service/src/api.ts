import type { AppContext } from './context.ts'
import { routeGroup } from './http/routes.ts'
import { eventRoutes } from './routes/events.ts'
import { healthRoutes } from './routes/health.ts'
import { journalRoutes } from './routes/journal.ts'
import { programmeRoutes } from './routes/programmes.ts'
import { sessionRoutes } from './routes/session.ts'
import { taskRoutes } from './routes/tasks.ts'

/** Every route of the API, chained so that their types add up to `Api`. */
export function createApi(context: AppContext) {
  return routeGroup()
    .route('/', healthRoutes(context))
    .route('/', sessionRoutes(context))
    .route('/', programmeRoutes(context))
    .route('/', taskRoutes(context))
    .route('/', journalRoutes(context))
    .route('/', eventRoutes(context))
}

/** The routes for the typed client: `hc<Api>('/')` from `hono/client`. */
export type Api = ReturnType<typeof createApi>
