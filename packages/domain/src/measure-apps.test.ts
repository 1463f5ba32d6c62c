import { expect, it } from 'vitest'
import { appsOfMeasure } from './measure-apps.ts'

it('gives a measure to the leads of the people it names, and one for all ages to adults and children', () => {
  expect(appsOfMeasure({ audience: ['children'] })).toEqual(['children'])
  expect(appsOfMeasure({ audience: ['workforce'] })).toEqual(['workforce'])
  expect(appsOfMeasure({ audience: ['all'] })).toEqual(['adult', 'children'])
  expect(appsOfMeasure({ audience: ['workforce', 'all'] })).toEqual(['adult', 'children', 'workforce'])
})
