import { describe, expect, it } from 'vitest'
import { hasSignal, isGarbledHours, isPlaceholder, plainWords } from './read-signals.ts'

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
    ['to-be-confirmed', 'Confirm description'],
    ['no-plan', 'No plan in place yet for roll out'],
    ['no-plan', 'Nothing planned for roll-out after that'],
    ['still-to-come', 'A strategy, still being written, will cover it'],
    ['still-to-come', 'Under development'],
    ['short-of-need', 'Long waiting list and few resources'],
    ['single-cover', 'Round the clock; one nurse overnight'],
  ] as const)('finds %s in "%s"', (signal, text) => {
    expect(hasSignal(signal, text)).toBe(true)
  })

  it.each([
    ['to-be-confirmed', 'The outbceam of the year'],
    ['to-be-confirmed', 'Confirmed in March'],
    ['not-known', 'A well-known service'],
    ['not-known', 'The unknowns were listed'],
    ['to-be-confirmed', 'We can confirm that every hospice has it'],
    ['no-plan', 'No planning gap was found'],
    ['still-to-come', 'Reviewed in March and written up'],
    ['short-of-need', 'Enough places, and no wait'],
    ['single-cover', 'One team of twelve nurses'],
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

describe('isGarbledHours', () => {
  it.each(['27/4', 'open 27/4', '24/8', '0/7'])('finds "%s" garbled', (text) => {
    expect(isGarbledHours(text)).toBe(true)
  })

  it.each(['24/7', '24 / 7 service', '12/7', '24/365', '13/03/2023', 'Mon-Fri 9-5', null])(
    'does not find "%s" garbled',
    (text) => {
      expect(isGarbledHours(text)).toBe(false)
    },
  )
})

it('compares words without case, punctuation or spacing', () => {
  expect(plainWords('  Draft—Dashboard, (v2)!')).toBe('draft dashboard v2')
})
