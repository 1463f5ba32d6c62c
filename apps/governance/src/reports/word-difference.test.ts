import { describe, expect, it } from 'vitest'
import { wordDifference } from './word-difference.ts'

const drawn = (before: string, after: string) =>
  wordDifference(before, after).map(({ kind, text }) => `${kind}:${text}`)

describe('wordDifference', () => {
  it.each([
    ['a b c', 'a b c', ['same:a b c']],
    ['', 'new', ['added:new']],
    ['old', '', ['gone:old']],
    ['', '', []],
    ['All is well.', 'All is well. More.', ['same:All is well. ', 'added:More.']],
    ['the old plan', 'the new plan', ['same:the ', 'gone:old ', 'added:new ', 'same:plan']],
    ['a b c d', 'a x c', ['same:a ', 'gone:b ', 'added:x ', 'same:c', 'gone:d']],
  ])('tells %j from %j', (before, after, expected) => {
    expect(drawn(before, after)).toEqual(expected)
  })

  it.each([
    ['one two three two one', 'two one three one'],
    ['line one\nline two\n', 'line one\n\nline 2'],
    [Array.from({ length: 900 }, (_, n) => `w${n % 7}`).join(' '), 'w1 w2 w3 something else w4'],
  ])('loses no word of either text', (before, after) => {
    const runs = wordDifference(before, after)
    const without = (kind: string) =>
      runs
        .filter((run) => run.kind !== kind)
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s+/g, '')
    expect(without('added')).toBe(before.replaceAll(/\s+/g, ''))
    expect(without('gone')).toBe(after.replaceAll(/\s+/g, ''))
  })
})
