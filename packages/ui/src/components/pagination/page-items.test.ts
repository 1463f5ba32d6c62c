import { expect, it } from 'vitest'
import { pageItems } from './page-items.ts'

it.each([
  [1, 1, [1]],
  [1, 5, [1, 2, 3, 4, 5]],
  [1, 6, [1, 2, 3, 'ellipsis', 6]],
  [1, 4, [1, 2, 3, 4]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [6, 11, [1, 'ellipsis', 4, 5, 6, 7, 8, 'ellipsis', 11]],
  [1, 0, []],
])('on page %i of %i', (page, pageCount, expected) => {
  expect(pageItems(page, pageCount)).toEqual(expected)
})
