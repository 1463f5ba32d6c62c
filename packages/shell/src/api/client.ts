import { hc } from 'hono/client'
import type { Api } from '@workplan/rules-service'

/** The service's routes with their types. Answers are opened with `read`. */
export const api = hc<Api>('/').api
