import fc from 'fast-check'
import type { FactDeclaration, SubjectFacts } from '../src/facts/declaration.ts'
import type { Operator } from '../src/rule/operators.ts'
import { arbitraryNumber, arbitraryText } from './arbitrary-facts.ts'

/** Something that a comparison can read, as a document, and its type. */
interface Readable {
  reading: object
  type: Exclude<FactDeclaration['type'], 'table'>
}

const SAME = ['equal', 'notEqual'] as const satisfies Operator[]
const ORDER = [
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const satisfies Operator[]
const ONE_OF = ['in', 'notIn'] as const satisfies Operator[]
const HAS = ['contains', 'doesNotContain'] as const satisfies Operator[]

/** Any one comparison of these facts that the loader takes, as a document. */
export function arbitraryLeaf(facts: SubjectFacts): fc.Arbitrary<object> {
  const readables = Object.entries(facts).flatMap(([name, declared]) => readablesOf(name, declared))
  return fc.constantFrom(...readables).chain((readable) => leafOf(readable, readables))
}

/** The fact itself, or its members and entries, each by every way there is to read it. */
function readablesOf(fact: string, declared: FactDeclaration): Readable[] {
  if (declared.type === 'list')
    return [
      { reading: { fact }, type: 'list' },
      { reading: { fact, path: '$[0]' }, type: 'text' },
      { reading: { fact, path: '$[1]' }, type: 'text' },
    ]
  if (declared.type !== 'table') return [{ reading: { fact }, type: declared.type }]
  const { of, keys, param } = declared
  return Object.keys(keys).flatMap((key) => [
    { reading: { fact, path: `$.${key}` }, type: of },
    ...(param === undefined ? [] : [{ reading: { fact, params: { [param]: key } }, type: of }]),
  ])
}

function leafOf({ reading, type }: Readable, readables: readonly Readable[]): fc.Arbitrary<object> {
  const leaf = (operators: readonly Operator[], value: fc.Arbitrary<unknown>) =>
    fc.record({ operator: fc.constantFrom(...operators), value }).map((rest) => ({ ...reading, ...rest }))
  const orOther = (value: fc.Arbitrary<unknown>, wanted: Readable['type']) => {
    const others = readables.filter((other) => other.type === wanted).map((other) => other.reading)
    return others.length === 0 ? value : fc.oneof(value, fc.constantFrom(...others))
  }
  switch (type) {
    case 'number':
      return leaf([...SAME, ...ORDER], orOther(arbitraryNumber, 'number'))
    case 'yes-no':
      return leaf(SAME, orOther(fc.boolean(), 'yes-no'))
    case 'date':
      return leaf(SAME, orOther(arbitraryText, 'date'))
    case 'list':
      return leaf(HAS, orOther(arbitraryText, 'text'))
    case 'text':
      return fc.oneof(
        leaf(SAME, orOther(arbitraryText, 'text')),
        leaf(ONE_OF, fc.array(arbitraryText, { minLength: 1, maxLength: 3 })),
      )
  }
}
