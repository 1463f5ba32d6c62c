import type { AppContext } from './context.ts'
import { routeGroup } from './http/routes.ts'
import { taskRoutes } from './routes/tasks.ts'

/** Every route of the API, chained so that their types add up to `Api`. */
export function createApi(context: AppContext) {
  return routeGroup().route('/', taskRoutes(context))
}

/** The routes for the typed client: `hc<Api>('/')` from `hono/client`. */
export type Api = ReturnType<typeof createApi>
