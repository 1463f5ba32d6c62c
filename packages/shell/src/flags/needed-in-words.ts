import { factInWords, type Condition } from './fact-in-words.ts'

/** What a condition asks for: 'at least 3', 'one of high, medium', 'yes'. */
export function neededInWords({ operatorInWords, needed }: Condition): string {
  return `${operatorInWords} ${factInWords(needed)}`.replace(/^is /, '')
}
