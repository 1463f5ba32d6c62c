import * as domain from '@workplan/domain'
import { z } from 'zod'

export type JsonSchema = Record<string, unknown>

/** JSON Schemas of zod schemas; those of the domain become named components that others point to. */
export interface JsonSchemas {
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema
  /** Every named component that was pointed to so far. */
  components: Record<string, JsonSchema>
}

const names = z.registry<{ id: string }>()
for (const [id, value] of Object.entries(domain)) if (value instanceof z.ZodType) names.add(value, { id })

export function createJsonSchemas(): JsonSchemas {
  const components: Record<string, JsonSchema> = {}

  function of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    // Wrapped, so that a named schema is itself pointed to.
    const { properties, $defs } = z.toJSONSchema(z.object({ root: schema }), {
      io,
      metadata: names,
      unrepresentable: 'any',
    })
    for (const [name, definition] of Object.entries($defs ?? {})) {
      const { id: _id, ...component } = definition
      components[name] = pointed(component)
    }
    return pointed(properties?.['root'] ?? {})
  }

  return { of, components }
}

/** The same schema with its pointers leading to the components of the document. */
function pointed(schema: unknown): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')
  return JSON.parse(text) as JsonSchema
}
