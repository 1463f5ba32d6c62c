import { expect, it } from 'vitest'
import { changeInPoints } from './level-words.ts'

it('says a change in points, and that there is none to say where a percentage is missing', () => {
  expect(changeInPoints(52.6, 58.7)).toBe('6.1 points more')
  expect(changeInPoints(58.7, 52.6)).toBe('6.1 points less')
  expect(changeInPoints(58.7, 58.7)).toBe('no change')
  expect(changeInPoints(null, 58.7)).toBe('cannot be compared')
  expect(changeInPoints(0, 0)).toBe('no change')
})
