import type { SubjectKind } from '@workplan/domain'
import { type Condition, factCatalogue, OPERATOR_WORDS } from '@workplan/rulebook'
import { ownLeaves } from './conditions.ts'
import { comparedInWords, declaredOf, withinSentence } from './reading-in-words.ts'

/** The comparisons at these places in words, as `days past the due date is more than 14 days`. */
export function thresholdWords(
  subject: SubjectKind,
  condition: Condition,
  places: ReadonlySet<string>,
): string[] {
  const facts = factCatalogue[subject] ?? {}
  return ownLeaves(condition)
    .filter(({ place, leaf }) => places.has(`${place}.value`) && typeof leaf.value === 'number')
    .map(({ leaf }) => {
      const declared = declaredOf(leaf, facts)
      const value = comparedInWords(leaf.value as number, declared)
      return `${withinSentence(declared.label)} ${OPERATOR_WORDS[leaf.operator]} ${value}`
    })
}
