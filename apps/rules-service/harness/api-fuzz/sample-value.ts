import { wholeNumber } from '../../src/testing/seeded-random.ts'

/** A JSON Schema, as far as it is read here. */
export type Schema = Record<string, unknown>

export type Random = () => number

/** One of several, each as likely. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[wholeNumber(random, 0, items.length - 1)]
  if (item === undefined) throw new Error('there is nothing to pick from')
  return item
}

const DEEPEST = 6

/** A value that a schema would take, as far as its pattern is not beyond guessing; pointers lead into `components`. */
export function sampleValue(
  schema: Schema,
  components: Record<string, Schema>,
  random: Random,
  depth = 0,
): unknown {
  const of = (inner: unknown) => sampleValue((inner ?? {}) as Schema, components, random, depth + 1)
  if (depth > DEEPEST) return null
  const pointer = schema['$ref']
  if (typeof pointer === 'string') return of(components[pointer.slice(pointer.lastIndexOf('/') + 1)])
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return pick(random, schema['enum'] as unknown[])
  const choices = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(choices)) return of(pick(random, choices as unknown[]))
  switch (schema['type']) {
    case 'object':
      return sampleObject(schema, of, random)
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? wholeNumber(random, 0, 2)) }, () =>
        of(schema['items']),
      )
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? 1)
    case 'boolean':
      return random() < 0.5
    case 'string':
      return sampleText(schema)
    default:
      return null
  }
}

function sampleObject(schema: Schema, of: (inner: unknown) => unknown, random: Random): unknown {
  const required = new Set((schema['required'] ?? []) as string[])
  const parts = Object.entries((schema['properties'] ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    parts.filter(([name]) => required.has(name) || random() < 0.5).map(([name, inner]) => [name, of(inner)]),
  )
}

function sampleText({ format, pattern, minLength }: Schema): string {
  if (format === 'date' || (typeof pattern === 'string' && pattern.includes('\\d{4}'))) return '2023-03-13'
  if (format === 'date-time') return '2023-03-13T10:00:00Z'
  return 'bnssg.sample'.padEnd(Number(minLength ?? 0), 'x')
}
