import { describe, expect, it } from 'vitest'
import { seededRandom, wholeNumber } from '../testing/seeded-random.ts'
import { changedMap } from './changed-map.ts'

const BASE = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 3],
])

describe('a map with few entries changed', () => {
  it('reads as if it had been copied, new keys last', () => {
    const map = changedMap(
      BASE,
      new Map([
        ['d', 4],
        ['b', 20],
      ]),
    )
    const expected = [
      ['a', 1],
      ['b', 20],
      ['c', 3],
      ['d', 4],
    ]
    expect([...map]).toEqual(expected)
    expect([...map.entries()]).toEqual(expected)
    expect([...map.keys()]).toEqual(['a', 'b', 'c', 'd'])
    expect([...map.values()]).toEqual([1, 20, 3, 4])
    expect(map.size).toBe(4)
    expect([map.get('b'), map.get('d'), map.get('e')]).toEqual([20, 4, undefined])
    expect([map.has('a'), map.has('d'), map.has('e')]).toEqual([true, true, false])
    const seen: unknown[] = []
    map.forEach((value, key) => seen.push([key, value]))
    expect(seen).toEqual(expected)
  })

  it('leaves the one before as it was', () => {
    const once = changedMap(BASE, new Map([['a', 10]]))
    changedMap(once, new Map([['a', 100]]))
    expect([BASE.get('a'), once.get('a')]).toEqual([1, 10])
  })

  it('is the same map when nothing changes', () => {
    expect(changedMap(BASE, new Map())).toBe(BASE)
  })

  it('stays what a copy would be, over hundreds of changes on one another', () => {
    const random = seededRandom(7)
    const copied = new Map<string, number>()
    let map: ReadonlyMap<string, number> = new Map()
    for (let round = 0; round < 400; round += 1) {
      const entries = new Map(
        Array.from({ length: wholeNumber(random, 0, 3) }, () => [
          `key ${wholeNumber(random, 0, 200)}`,
          round,
        ]),
      )
      for (const [key, value] of entries) copied.set(key, value)
      map = changedMap(map, entries)
      expect(map.size).toBe(copied.size)
      expect([...map]).toEqual([...copied])
    }
  })
})
