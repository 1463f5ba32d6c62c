import type { ExplanationNode } from '@workplan/domain'
import { factInWords } from './fact-in-words.ts'

type Condition = Extract<ExplanationNode, { kind: 'condition' }>

/** What a condition asks for: 'at least 3', 'one of high, medium', 'yes'. */
export function neededInWords({ operatorInWords, needed }: Condition): string {
  return `${operatorInWords} ${factInWords(needed)}`.replace(/^is /, '')
}
