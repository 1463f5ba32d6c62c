import { expect, it } from 'vitest'
import { sizeInWords } from './size-in-words.ts'

it.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [30_600, '31 kB'],
  [1_440_000, '1.4 MB'],
])('gives %i bytes as %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))
