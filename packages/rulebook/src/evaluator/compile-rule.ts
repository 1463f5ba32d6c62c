import type { Rule } from '../rule/rule.ts'
import { compile, type Compiled } from './compile.ts'

/** A whole rule as a function of the facts: not to be said while a required fact is not known, otherwise its conditions. */
export function compileRule({ requires, when }: Pick<Rule, 'requires' | 'when'>): Compiled {
  const conditions = compile(when)
  if (requires.length === 0) return conditions
  return (facts) => {
    for (const fact of requires) if (facts[fact] === null || facts[fact] === undefined) return -1
    return conditions(facts)
  }
}
