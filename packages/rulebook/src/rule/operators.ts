/** The operators a rule may use, each as people read it. Their meaning is that of json-rules-engine. */
export const OPERATOR_WORDS = {
  equal: 'is',
  notEqual: 'is not',
  lessThan: 'is less than',
  lessThanInclusive: 'is at most',
  greaterThan: 'is more than',
  greaterThanInclusive: 'is at least',
  in: 'is one of',
  notIn: 'is none of',
  contains: 'includes',
  doesNotContain: 'does not include',
} as const

export type Operator = keyof typeof OPERATOR_WORDS
