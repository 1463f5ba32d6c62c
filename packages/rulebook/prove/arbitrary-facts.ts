import type { FactValue } from '@workplan/domain'
import fc from 'fast-check'
import type { Facts } from '../src/evaluator/facts.ts'
import type { FactDeclaration, SubjectFacts } from '../src/facts/declaration.ts'

/** Few different numbers, so that they are often the same; fractions, and less than nothing, among them. */
export const arbitraryNumber: fc.Arbitrary<number> = fc.constantFrom(-1, 0, 0.1, 0.3, 1, 2, 3, 10, 1e21)

/** Few different texts; empty ones, dates and some that look like numbers or yes and no among them. */
export const arbitraryText: fc.Arbitrary<string> = fc.constantFrom(
  '',
  'a',
  'ab',
  '1',
  '10',
  'true',
  'null',
  '2023-03',
  '2023-03-13',
)

/** Facts of one subject in any order. One in a few is not known: null, or not there at all. */
export function arbitraryFacts(facts: SubjectFacts): fc.Arbitrary<Facts> {
  const entries = Object.entries(facts).map(([name, declared]) =>
    fc.oneof(
      { weight: 6, arbitrary: valueOf(declared).map((value): [string, FactValue][] => [[name, value]]) },
      { weight: 1, arbitrary: fc.constant<[string, FactValue][]>([[name, null]]) },
      { weight: 1, arbitrary: fc.constant<[string, FactValue][]>([]) },
    ),
  )
  return fc
    .record({ values: fc.tuple(...entries), turned: fc.boolean() })
    .map(({ values, turned }) => Object.fromEntries(turned ? values.flat().toReversed() : values.flat()))
}

function valueOf(declared: FactDeclaration): fc.Arbitrary<FactValue> {
  if (declared.type !== 'table') return plainValue(declared.type)
  const member = fc.oneof({ weight: 5, arbitrary: plainValue(declared.of) }, fc.constant(null))
  return fc.record(Object.fromEntries(Object.keys(declared.keys).map((key) => [key, member])), {
    requiredKeys: [],
    noNullPrototype: true,
  }) as fc.Arbitrary<FactValue>
}

function plainValue(type: Exclude<FactDeclaration['type'], 'table'>): fc.Arbitrary<FactValue> {
  switch (type) {
    case 'number':
      return arbitraryNumber
    case 'yes-no':
      return fc.boolean()
    case 'list':
      return fc.array(arbitraryText, { maxLength: 3 })
    case 'text':
    case 'date':
      return arbitraryText
  }
}
