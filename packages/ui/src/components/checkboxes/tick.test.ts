import { expect, it } from 'vitest'
import { tick } from './tick.ts'

const options = [
  { value: 'north', text: 'North' },
  { value: 'south', text: 'South' },
  { value: 'none', text: 'None of these', exclusive: true },
]

it.each([
  [['south'], 'north', true, ['north', 'south']],
  [['north', 'south'], 'north', false, ['south']],
  [['north', 'south'], 'none', true, ['none']],
  [['none'], 'south', true, ['south']],
  [['none'], 'none', false, []],
])('from %j, %s set to %s leaves %j', (ticked, value, on, expected) => {
  expect(tick(options, ticked, value, on)).toEqual(expected)
})
