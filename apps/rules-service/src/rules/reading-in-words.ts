import {
  declaredPart,
  type FactDeclaration,
  type FactReading,
  inWords,
  type LeafCondition,
  stepsOf,
  type SubjectFacts,
} from '@workplan/rulebook'

/** What is declared of the fact, or of the part of it, that is read. A rule that was read has no other. */
export function declaredOf(reading: FactReading, facts: SubjectFacts): FactDeclaration {
  const declared = Object.hasOwn(facts, reading.fact) ? facts[reading.fact] : undefined
  const part = declared && declaredPart(declared, stepsOf(reading))
  if (!part) throw new Error(`no fact ${reading.fact} is declared`)
  return part
}

/**
 * What a fact is compared with, as `5 days`; a threshold of zero is a number, `0 days`. The number stands alone when the
 * label says already of what: `Live tasks is at least 1`.
 */
export function comparedInWords(
  value: Exclude<LeafCondition['value'], FactReading>,
  declared: FactDeclaration,
): string {
  if (typeof value === 'number' && declared.unit !== undefined) {
    if (declared.label.toLowerCase().includes(declared.unit)) return String(value)
    if (value === 0) return inWords(value, declared).replace(/^no /, '0 ')
  }
  return inWords(value, declared)
}

/** A label inside a sentence. */
export function withinSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
