import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '@workplan/domain'
import { productVersion } from '../product-version.ts'

/** What can write its own description: the API. */
export type Describable = Pick<OpenAPIHono, 'getOpenAPI31Document'>
export type ApiDocument = ReturnType<Describable['getOpenAPI31Document']>

const PROBLEM = {
  description: 'Anything else is a problem; its `code` says which',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** The API in OpenAPI 3.1. `x-access` of a route says who may call it: `public`, `signed-in` or an action. */
export function apiDocument(api: Describable): ApiDocument {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Workplan',
      version: productVersion,
      description:
        'Runs a palliative and end-of-life-care programme. Writes need `If-Match` with the version changed, take an ' +
        '`Idempotency-Key`, and are accepted from the same origin only.',
    },
  })
  const problem = z.toJSONSchema(Problem)
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, Problem: problem as Record<string, unknown> },
    },
    paths: Object.fromEntries(
      Object.entries(document.paths ?? {}).map(([path, item]) => [path, withProblems(item)]),
    ),
  }
}

type PathItem = NonNullable<ApiDocument['paths']>[string]

function withProblems(item: PathItem): PathItem {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => [
      method,
      { ...operation, responses: { ...operation.responses, default: PROBLEM } },
    ]),
  )
}
