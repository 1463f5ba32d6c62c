import { hc } from 'hono/client'
import type { Api } from '@workplan/rules-service'
import { askAsAt } from '../as-at/ask-as-at.ts'

/** The service's routes with their types. Answers are opened with `read`. */
export const api = hc<Api>('/', { fetch: askAsAt }).api
