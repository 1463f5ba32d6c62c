import { expect, it } from 'vitest'
import { addsUp } from './adds-up.ts'

it('adds up parts and says how far they are from the whole', () => {
  expect(addsUp([10.5, 5.3, 15.8, 52.6, 5.3, 0], 100, 0.1)).toEqual({ total: 89.5, offBy: 10.5 })
  expect(addsUp([3683000, 345000], 4028000, 0)).toEqual({ total: 4028000, offBy: 0 })
  expect(addsUp([3683000, 345000], 4028001, 0).offBy).toBe(1)
})

it('forgives what rounding explains, up to half a step for each part', () => {
  expect(addsUp([33.3, 33.3, 33.3], 100, 0.1)).toEqual({ total: 99.9, offBy: 0 })
  expect(addsUp([33, 33, 33], 100, 1).offBy).toBe(0)
  expect(addsUp([33, 33, 32], 100, 1).offBy).toBe(2)
  expect(addsUp([50, 49], 100, 1).offBy).toBe(0)
  expect(addsUp([50, 48.9], 100, 1).offBy).toBe(1.1)
})
