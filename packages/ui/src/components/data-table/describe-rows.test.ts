import { expect, it } from 'vitest'
import { describeRows } from './describe-rows.ts'

const noun = { one: 'task', many: 'tasks' }

it.each([
  [0, 0, '0 tasks'],
  [1, 0, '1 task'],
  [23, 40, '23 tasks, 40 hidden by filters'],
  [1, 1, '1 task, 1 hidden by filters'],
  [1500, 0, '1,500 tasks'],
])('%i shown and %i hidden', (shown, hidden, expected) => {
  expect(describeRows(shown, hidden, noun)).toBe(expected)
})
