import type { SubjectFacts } from '../facts/declaration.ts'
import type { Facts } from './compile.ts'
import { inWords } from './in-words.ts'

/** Names of the facts that a message template asks for, as written. */
export function factsInTemplate(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string)
}

/** A message template as a function of the facts: `{fact}` becomes the value in words, numbers with their unit. */
export function compileMessage(template: string, declared: SubjectFacts): (facts: Facts) => string {
  const parts = template.split(/\{([^{}]*)\}/)
  return (facts) =>
    parts
      .map((part, index) => {
        const declaration = index % 2 === 1 ? declared[part] : undefined
        return declaration ? inWords(facts[part] ?? null, declaration) : part
      })
      .join('')
}
