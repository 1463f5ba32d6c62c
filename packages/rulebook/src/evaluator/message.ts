import type { FactDeclaration, SubjectFacts } from '../facts/declaration.ts'
import { declaredPart } from '../facts/declared-part.ts'
import type { FactPath } from '../rule/fact-path.ts'
import type { Facts } from './facts.ts'
import { inWords } from './in-words.ts'
import { readFact } from './read-fact.ts'

const PLACEHOLDER = /\{([^{}]*)\}/

/** What stands between the braces of a message template, as written. */
export function placeholdersIn(template: string): string[] {
  return template.split(PLACEHOLDER).filter((_, index) => index % 2 === 1)
}

/** What a placeholder asks for. */
export interface Placeholder {
  fact: string
  steps: FactPath
  /** True when a number is to stand without its unit. */
  bare: boolean
}

/** `{measures}` asks for a fact with its unit, `{measures:number}` for the number alone, `{tasks.done}` for a member. */
export function readPlaceholder(text: string): Placeholder {
  const name = text.replace(/:number$/, '')
  const [fact = '', ...steps] = name.split('.')
  return { fact, steps, bare: name !== text }
}

/** A message template as a function of the facts, each placeholder replaced by what it asks for in words. */
export function compileMessage(template: string, declared: SubjectFacts): (facts: Facts) => string {
  const parts = template.split(PLACEHOLDER).map((part, index) => {
    const { fact, steps, bare } = readPlaceholder(part)
    const declaration = index % 2 === 1 ? partOf(declared[fact], steps) : null
    if (!declaration) return () => part
    const shown = bare ? { ...declaration, unit: undefined } : declaration
    return (facts: Facts) => inWords(readFact(facts, fact, steps) ?? null, shown)
  })
  return (facts) => parts.map((part) => part(facts)).join('')
}

function partOf(declared: FactDeclaration | undefined, steps: FactPath): FactDeclaration | null {
  return declared ? declaredPart(declared, steps) : null
}
