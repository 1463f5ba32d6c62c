import { Hono } from 'hono'
import type { AppEnv } from '../http/environment.ts'
import { apiDocument, type Describable } from '../openapi/api-document.ts'
import { documentationPage } from '../openapi/documentation-page.ts'

/** The description of the API, for programs and for people. */
export function documentationRoutes(api: Describable): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/api/openapi.json', (c) => c.json(apiDocument(api)))
    .get('/api/docs', (c) => c.html(documentationPage(apiDocument(api))))
}
