import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { seededRandom, wholeNumber } from '../testing/seeded-random.ts'
import { sameJson } from './same-json.ts'

describe('sameJson', () => {
  it('does not mind the order of keys', () => {
    expect(sameJson({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true)
  })

  it.each([
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: undefined }, { b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [[], {}],
    [{ 0: 'a', length: 1 }, ['a']],
    [null, {}],
    [0, '0'],
    [null, false],
    [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } }],
  ])('tells %j from %j', (one, other) => {
    expect([sameJson(one, other), sameJson(other, one)]).toEqual([false, false])
  })

  it('agrees with the comparison of Node for values of every shape', () => {
    const random = seededRandom(4)
    const value = (depth: number): unknown => {
      const leaf = [null, true, 0, 1, '', 'a'][wholeNumber(random, 0, 5)]
      const shape = depth === 0 ? 0 : wholeNumber(random, 0, 2)
      const parts = Array.from({ length: shape === 0 ? 0 : wholeNumber(random, 0, 2) }, () =>
        value(depth - 1),
      )
      if (shape === 0) return leaf
      return shape === 1 ? parts : Object.fromEntries(parts.map((part, place) => ['ab'[place], part]))
    }
    const pairs = Array.from({ length: 5_000 }, () => [value(2), value(2)] as const)
    expect(pairs.map(([one, other]) => sameJson(one, other))).toEqual(
      pairs.map(([one, other]) => isDeepStrictEqual(one, other)),
    )
  })
})
