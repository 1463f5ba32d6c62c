import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemAnswers } from '../errors.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await openTestService()
})
afterAll(() => service.close())

interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  additionalProperties?: unknown
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

interface Description {
  paths: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema?: Schema }> } }>>
  components: { schemas: Record<string, Schema> }
}

/** The places in a schema at which an object may have fields that are not named. */
function openObjects(
  schema: Schema | undefined,
  document: Description,
  place = '',
  above: readonly string[] = [],
): string[] {
  if (!schema) return []
  const { $ref, properties, additionalProperties, items, anyOf = [], oneOf = [], allOf = [] } = schema
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? ''
    if (above.includes(name)) return []
    return openObjects(document.components.schemas[name], document, place, [...above, name])
  }
  const own = properties && additionalProperties !== false ? [`${place} is open`] : []
  return [
    ...own,
    ...Object.entries(properties ?? {}).flatMap(([name, inner]) =>
      openObjects(inner, document, `${place}.${name}`, above),
    ),
    ...openObjects(items, document, `${place}[]`, above),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((inner) => openObjects(inner, document, place, above)),
  ]
}

describe('the description of the API', () => {
  it('names every route with who may call it, and points to nothing that is missing', async () => {
    const text = await (await service.send('/api/openapi.json')).text()
    const document = JSON.parse(text) as {
      openapi: string
      paths: Record<string, Record<string, { 'x-access': string; requestBody?: object }>>
      components: { schemas: Record<string, object> }
    }
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/api/programmes/{programme}/tasks/{id}']?.['patch']).toMatchObject({
      'x-access': 'task.update',
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/TaskChange' } } },
      },
    })
    const pointers = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
    expect(pointers.length).toBeGreaterThan(50)
    expect(pointers.filter((name) => !((name as string) in document.components.schemas))).toEqual([])
  })

  it('refuses in every body what it does not know, so that nobody sets more than they are asked for', async () => {
    const document = (await (await service.send('/api/openapi.json')).json()) as Description
    const bodies = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) => {
        const schema = requestBody?.content?.['application/json']?.schema
        return schema ? [{ name: `${method} ${path}`, schema }] : []
      }),
    )
    expect(bodies.length).toBeGreaterThan(50)
    const open = bodies.flatMap(({ name, schema }) =>
      openObjects(schema, document).map((place) => `${name}${place}`),
    )
    expect(open).toEqual([])
  })

  it('can be read as a page without a script, problem codes included', async () => {
    const answer = await service.send('/api/docs')
    const page = await answer.text()
    expect(page).not.toContain('<script')
    expect(page).toContain('PATCH /api/programmes/{programme}/tasks/{id}')
    for (const code of Object.keys(problemAnswers)) expect(page).toContain(`<tr id="${code}">`)
  })
})

describe('an unknown address', () => {
  it('is a problem, and the answer is never kept', async () => {
    const answer = await service.send('/api/nothing')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const problem = await expectProblem(answer, 'not-found')
    expect(problem.requestId).toBe(answer.headers.get('x-request-id'))
  })
})

describe('a method that an address does not take', () => {
  it('is a problem that names those it takes', async () => {
    const answer = await service.send('/api/session', { method: 'PATCH', json: {} })
    await expectProblem(answer, 'method-not-allowed')
    expect(answer.headers.get('allow')).toBe('GET, DELETE')
    await expectProblem(await service.send('/api/nothing', { method: 'POST', json: {} }), 'not-found')
  })
})
