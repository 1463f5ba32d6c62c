import type { ExplanationNode } from '@workplan/domain'
import { factInWords, type Condition } from './fact-in-words.ts'
import { neededInWords } from './needed-in-words.ts'

/** What is no longer so when a comparison with each operator stops holding. */
const OTHERWISE: Readonly<Record<string, string>> = {
  lessThan: 'at least',
  lessThanInclusive: 'more than',
  greaterThan: 'at most',
  greaterThanInclusive: 'less than',
  notEqual: '',
  in: 'anything but',
  notIn: 'one of',
  contains: 'without',
  doesNotContain: 'including',
}

/**
 * What would have been enough for a condition not to raise the flag; null where it did nothing to raise it. Within a `not`
 * (`negated`) it is what the condition looked for.
 */
export function enoughInWords(condition: Condition, negated: boolean): string | null {
  if (!raises(condition, negated)) return null
  if (negated) return neededInWords(condition)
  const { operator, needed } = condition
  if (operator === 'equal') return typeof needed === 'boolean' ? factInWords(!needed) : otherThan(needed)
  return `${OTHERWISE[operator] ?? 'anything but'} ${factInWords(needed)}`.trim()
}

/** How many of a group's conditions would have to come out otherwise; null where that needs no saying. */
export function enoughOfGroup(group: Exclude<ExplanationNode, Condition>, negated: boolean): string | null {
  const counted = group.children.filter((child) => raises(child, negated))
  if (group.kind === 'not' || counted.length < 2 || !raises(group, negated)) return null
  return (group.kind === 'all') === negated
    ? 'All of these would have to come out otherwise.'
    : 'Any one of these would have been enough.'
}

/** True when a step of the explanation speaks for the flag. */
function raises({ outcome }: ExplanationNode, negated: boolean): boolean {
  return outcome === (negated ? 'does-not-hold' : 'holds')
}

function otherThan(needed: Condition['needed']): string {
  return needed === 0 ? 'more than 0' : `anything but ${factInWords(needed)}`
}
