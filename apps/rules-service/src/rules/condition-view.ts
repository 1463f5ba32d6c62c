import type { ConditionView, FactReadingView, SubjectKind } from '@workplan/domain'
import {
  type Condition,
  factCatalogue,
  type FactReading,
  type LeafCondition,
  OPERATOR_WORDS,
  readingIn,
  type SubjectFacts,
} from '@workplan/rulebook'
import { comparedInWords, declaredOf, withinSentence } from './reading-in-words.ts'

const GROUP_WORDS = { all: 'All of these', any: 'At least one of these', not: 'Not' } as const

/** Conditions of a rule about a kind of subject, as data and in words; `settable` where a programme may set its numbers. */
export function conditionView(condition: Condition, subject: SubjectKind, settable: boolean): ConditionView {
  return viewOf(condition, 'when', factCatalogue[subject] ?? {}, settable)
}

function viewOf(condition: Condition, place: string, facts: SubjectFacts, settable: boolean): ConditionView {
  const list = (kind: 'all' | 'any', children: readonly Condition[]): ConditionView => ({
    kind,
    place,
    words: GROUP_WORDS[kind],
    name: null,
    children: children.map((child, index) => viewOf(child, `${place}.${kind}.${index}`, facts, settable)),
  })
  if ('all' in condition) return list('all', condition.all)
  if ('any' in condition) return list('any', condition.any)
  if ('not' in condition) {
    const children = [viewOf(condition.not, `${place}.not`, facts, settable)]
    return { kind: 'not', place, words: GROUP_WORDS.not, name: null, children }
  }
  if ('named' in condition) {
    const { id, title, when } = condition.named
    const inner = viewOf(when, place, facts, false)
    return inner.kind === 'condition'
      ? { kind: 'all', place, words: title, name: id, children: [inner] }
      : { ...inner, words: title, name: id }
  }
  return leafView(condition, place, facts, settable)
}

function leafView(leaf: LeafCondition, place: string, facts: SubjectFacts, settable: boolean): ConditionView {
  const declared = declaredOf(leaf, facts)
  const other = readingIn(leaf.value)
  const operatorInWords = OPERATOR_WORDS[leaf.operator]
  const valueInWords = other
    ? withinSentence(declaredOf(other, facts).label)
    : comparedInWords(leaf.value as Exclude<LeafCondition['value'], FactReading>, declared)
  return {
    kind: 'condition',
    place,
    words: `${declared.label} ${operatorInWords} ${valueInWords}`,
    reading: readingView(leaf),
    label: declared.label,
    operator: leaf.operator,
    operatorInWords,
    value: other ? readingView(other) : leaf.value,
    valueInWords,
    threshold: settable && typeof leaf.value === 'number',
  }
}

function readingView({ fact, params, path }: FactReading): FactReadingView {
  return { fact, ...(params && { params }), ...(path !== undefined && { path }) }
}
