import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi'
import { Problem } from '@workplan/domain'
import { z } from 'zod'
import { productVersion } from '../product-version.ts'
import { createJsonSchemas, type JsonSchema, type JsonSchemas } from './json-schemas.ts'

/** What knows its routes: the API. */
export type Describable = Pick<OpenAPIHono, 'openAPIRegistry'>

export interface Operation {
  summary: string
  tags: string[]
  /** Who may call it: `public`, `signed-in` or an action of the policy. */
  'x-access': string
  [key: string]: unknown
}

export interface ApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema> }
}

const DESCRIPTION =
  'Runs a palliative and end-of-life-care programme. Writes need `If-Match` with the version changed, take an ' +
  '`Idempotency-Key`, and are accepted from the same origin only.'

/** The API in OpenAPI 3.1, from the schemas that its routes parse with. */
export function apiDocument(api: Describable): ApiDocument {
  const schemas = createJsonSchemas()
  const problem = schemas.of(Problem, 'output')
  const paths: ApiDocument['paths'] = {}
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const route = definition.route as RouteConfig
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, schemas, problem) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Workplan', version: productVersion, description: DESCRIPTION },
    paths,
    components: { schemas: schemas.components },
  }
}

function operationOf(route: RouteConfig, schemas: JsonSchemas, problem: JsonSchema): Operation {
  const { request } = route
  const body = request?.body && contentOf(request.body.content, schemas, 'input')
  return {
    summary: route.summary ?? '',
    tags: route.tags ?? [],
    'x-access': String(route['x-access']),
    parameters: [
      ...parametersOf(request?.params, 'path', schemas),
      ...parametersOf(request?.query, 'query', schemas),
      ...parametersOf(request?.headers, 'header', schemas),
    ],
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      ...responsesOf(route, schemas),
      default: {
        description: 'Anything else is a problem; its `code` says which',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  }
}

function responsesOf({ responses }: RouteConfig, schemas: JsonSchemas): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      if ('$ref' in response || !('content' in response) || !response.content) return [status, response]
      return [status, { ...response, content: contentOf(response.content, schemas, 'output') }]
    }),
  )
}

function contentOf(content: object, schemas: JsonSchemas, io: 'input' | 'output'): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(content as Record<string, { schema?: unknown }>).map(([type, { schema }]) => [
      type,
      schema instanceof z.ZodType ? { schema: schemas.of(schema, io) } : {},
    ]),
  )
}

function parametersOf(group: unknown, place: 'path' | 'query' | 'header', schemas: JsonSchemas): unknown[] {
  if (!(group instanceof z.ZodObject)) return []
  return Object.entries(group.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemas.of(schema as z.ZodType, 'input'),
  }))
}
