import { declaredPart } from '../facts/declared-part.ts'
import type { FactDeclaration, SubjectFacts } from '../facts/declaration.ts'
import { type FactPath, parsePath } from './fact-path.ts'
import type { FactReading } from './fact-reading.ts'
import type { Refuse } from './read-conditions.ts'

/** A reading with what is declared of the part of the fact that it gives. */
export interface DeclaredReading {
  reading: FactReading
  declared: FactDeclaration
}

/** A reading that names a declared fact and a part that the fact has; otherwise null, with the reasons given to `refuse`. */
export function readReading(
  { fact, params, path, ...others }: Record<string, unknown>,
  place: string,
  facts: SubjectFacts,
  refuse: Refuse,
): DeclaredReading | null {
  for (const name of Object.keys(others)) refuse(`${place}.${name}`, 'there is no such field')
  if (typeof fact !== 'string' || !Object.hasOwn(facts, fact)) {
    const known = Object.keys(facts).join(', ')
    refuse(`${place}.fact`, `${JSON.stringify(fact)} is not a fact of this subject; there are ${known}`)
    return null
  }
  const declared = facts[fact] as FactDeclaration
  if (params !== undefined) {
    if (path !== undefined) refuse(`${place}.path`, 'cannot stand beside params')
    return readByParameter(fact, params, `${place}.params`, declared, refuse)
  }
  return path === undefined
    ? { reading: { fact }, declared }
    : readByPath(fact, path, `${place}.path`, declared, refuse)
}

function readByPath(
  fact: string,
  path: unknown,
  place: string,
  declared: FactDeclaration,
  refuse: Refuse,
): DeclaredReading | null {
  const steps = typeof path === 'string' ? parsePath(path) : null
  if (steps === null) {
    refuse(place, 'must be members and indexes only, as $.member or $[0]')
    return null
  }
  const part = partOf(fact, declared, steps, place, refuse)
  return part && { reading: { fact, path: path as string }, declared: part }
}

function readByParameter(
  fact: string,
  params: unknown,
  place: string,
  declared: FactDeclaration,
  refuse: Refuse,
): DeclaredReading | null {
  const param = declared.type === 'table' ? declared.param : undefined
  if (param === undefined) {
    refuse(place, `${fact} takes no parameter`)
    return null
  }
  const given = typeof params === 'object' && params !== null ? Object.entries(params) : []
  const [name, key] = given[0] ?? []
  if (given.length !== 1 || name !== param || typeof key !== 'string') {
    refuse(place, `must give ${param} and nothing else`)
    return null
  }
  const part = partOf(fact, declared, [key], `${place}.${param}`, refuse)
  return part && { reading: { fact, params: { [param]: key } }, declared: part }
}

function partOf(
  fact: string,
  declared: FactDeclaration,
  steps: FactPath,
  place: string,
  refuse: Refuse,
): FactDeclaration | null {
  const part = declaredPart(declared, steps)
  if (part) return part
  const members = declared.type === 'table' ? `; there are ${Object.keys(declared.keys).join(', ')}` : ''
  refuse(place, `${fact} has no ${steps.join('.')}${members}`)
  return null
}
