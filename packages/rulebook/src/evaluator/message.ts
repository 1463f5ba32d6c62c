import type { SubjectFacts } from '../facts/declaration.ts'
import type { Facts } from './facts.ts'
import { inWords } from './in-words.ts'

const PLACEHOLDER = /\{([^{}]*)\}/

/** What stands between the braces of a message template, as written. */
export function placeholdersIn(template: string): string[] {
  return template.split(PLACEHOLDER).filter((_, index) => index % 2 === 1)
}

/** The fact a placeholder asks for: `{measures}` with its unit, `{measures:number}` as the number alone. */
export function factOfPlaceholder(placeholder: string): string {
  return placeholder.replace(/:number$/, '')
}

/** A message template as a function of the facts, each placeholder replaced by the fact's value in words. */
export function compileMessage(template: string, declared: SubjectFacts): (facts: Facts) => string {
  const parts = template.split(PLACEHOLDER).map((part, index) => {
    const fact = factOfPlaceholder(part)
    const declaration = index % 2 === 1 ? declared[fact] : undefined
    if (!declaration) return () => part
    const shown = part === fact ? declaration : { type: declaration.type }
    return (facts: Facts) => inWords(facts[fact] ?? null, shown)
  })
  return (facts) => parts.map((part) => part(facts)).join('')
}
