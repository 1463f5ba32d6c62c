import { describe, expect, it } from 'vitest'
import { ambition, measure } from '../testing/example-views.ts'
import { filterMeasures, scoredMeasures } from './scored-measures.ts'

const notApplicable = measure('1.4', null)
const all = scoredMeasures([
  ambition('1', 'First'),
  measure('1.1', 0),
  measure('1.2', 3, { title: 'Shared records' }),
  measure('1.3', null),
  { ...notApplicable, answer: notApplicable.answer && { ...notApplicable.answer, state: 'not-applicable' } },
  measure('1.5', 4, { scored: false }),
  measure('2.1', 5, { parent: null }),
])
const numbers = (filters: Parameters<typeof filterMeasures>[1]) =>
  filterMeasures(all, filters).map(({ measure: { number } }) => number)

describe('scoredMeasures', () => {
  it('keeps unanswered, not applicable and level 0 apart, and leaves heading rows out', () => {
    expect(
      all.map(({ measure: { number }, state, level, ambition: above }) => [number, state, level, above]),
    ).toEqual([
      ['1.1', 'answered', 0, 'ambition.1'],
      ['1.2', 'answered', 3, 'ambition.1'],
      ['1.3', 'unanswered', null, 'ambition.1'],
      ['1.4', 'not-applicable', null, 'ambition.1'],
      ['2.1', 'answered', 5, null],
    ])
  })
})

describe('filterMeasures', () => {
  it('narrows by answer without taking a blank for a zero', () => {
    expect(numbers({ answer: '0' })).toEqual(['1.1'])
    expect(numbers({ answer: 'unanswered' })).toEqual(['1.3'])
    expect(numbers({ answer: 'not-applicable' })).toEqual(['1.4'])
    expect(numbers({ answer: '3-and-above' })).toEqual(['1.2', '2.1'])
    expect(numbers({ answer: 'answered' })).toEqual(['1.1', '1.2', '2.1'])
  })

  it('narrows by ambition, number and words together', () => {
    expect(numbers({ ambition: 'ambition.1', q: 'shared' })).toEqual(['1.2'])
    expect(numbers({ q: '2.1' })).toEqual(['2.1'])
    expect(numbers({ ambition: 'ambition.1', q: '2.1' })).toEqual([])
  })
})
