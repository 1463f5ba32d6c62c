import { describe, expect, it } from 'vitest'
import { hasSignal, isPlaceholder, plainWords } from './read-signals.ts'

describe('hasSignal', () => {
  it.each([
    ['question', 'Is this everywhere?'],
    ['question', 'Open question to a colleague'],
    ['to-be-confirmed', 'TBC'],
    ['to-be-confirmed', 'Hours (tbc)'],
    ['to-be-confirmed', 'Method still to be  worked\nout'],
    ['to-be-confirmed', 'Gaps to be identified'],
    ['not-known', 'Unknown.'],
    ['not-known', 'It is not currently known'],
    ['not-known', "We don't know yet"],
  ] as const)('finds %s in "%s"', (signal, text) => {
    expect(hasSignal(signal, text)).toBe(true)
  })

  it.each([
    ['to-be-confirmed', 'The outbceam of the year'],
    ['to-be-confirmed', 'Confirmed in March'],
    ['not-known', 'A well-known service'],
    ['not-known', 'The unknowns were listed'],
    ['question', 'No question remains'],
    ['question', null],
  ] as const)('finds no %s in "%s"', (signal, text) => {
    expect(hasSignal(signal, text)).toBe(false)
  })

  it('looks at every text it is given', () => {
    expect(hasSignal('question', null, 'fine', 'really?')).toBe(true)
    expect(hasSignal('question')).toBe(false)
  })
})

describe('isPlaceholder', () => {
  it.each(['Yes.', ' yes ', 'N/A', 'See above', '-', '...', 'xxxx'])('takes "%s" for one', (text) => {
    expect(isPlaceholder(text)).toBe(true)
  })

  it.each(['Yes, in every hospice since 2021', 'No gaps found in the mapping', null])(
    'does not take "%s" for one',
    (text) => {
      expect(isPlaceholder(text)).toBe(false)
    },
  )
})

it('compares words without case, punctuation or spacing', () => {
  expect(plainWords('  Draft—Dashboard, (v2)!')).toBe('draft dashboard v2')
})
