import { describe, expect, it } from 'vitest'
import { audienceInWords, covers, missingFrom } from './audience.ts'

describe('covers', () => {
  it('takes all for people of every age, which is adults and children together', () => {
    expect(covers(['all'], ['children'])).toBe(true)
    expect(covers(['adult', 'children'], ['all'])).toBe(true)
    expect(covers(['adult'], ['all'])).toBe(false)
  })

  it('does not take all for the workforce', () => {
    expect(covers(['all'], ['workforce'])).toBe(false)
    expect(covers(['workforce'], ['workforce'])).toBe(true)
  })
})

it('names whom a statement leaves out', () => {
  expect(missingFrom(['adult'], ['all'])).toEqual(['children'])
  expect(missingFrom(['adult'], ['adult', 'workforce'])).toEqual(['workforce'])
  expect(audienceInWords(missingFrom(['adult'], ['all']))).toEqual(['children and young people'])
})
