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

/** What a fact is compared with, as `5 days`; a threshold of zero is a number, `0 days`. */
export function comparedInWords(
  value: Exclude<LeafCondition['value'], FactReading>,
  declared: FactDeclaration,
): string {
  const words = inWords(value, declared)
  return value === 0 ? words.replace(/^no /, '0 ') : words
}

/** A label inside a sentence. */
export function withinSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
