import { type FactPath, parsePath } from './fact-path.ts'

/**
 * What a comparison reads: a fact, or a part of one. `path` is the way to the part; `params` asks a fact that takes a
 * parameter for one of its members, as `{ audience: children }`.
 */
export interface FactReading {
  fact: string
  params?: Record<string, string>
  path?: string
}

/** The way from the fact's value to what is read; empty for the fact itself. Throws for a path that no rule may have. */
export function stepsOf({ params, path }: FactReading): FactPath {
  if (params) return Object.values(params)
  if (path === undefined) return []
  const steps = parsePath(path)
  if (!steps) throw new Error(`${path} is not a path that a rule may read`)
  return steps
}

/** The same text for readings that give the same, however they are written. */
export function readingKey(reading: FactReading): string {
  return JSON.stringify([reading.fact, ...stepsOf(reading)])
}

/** The reading that a value stands for, or null when it is a value of its own. */
export function readingIn<Value>(value: Value | FactReading): FactReading | null {
  return typeof value === 'object' && value !== null && 'fact' in value ? value : null
}
