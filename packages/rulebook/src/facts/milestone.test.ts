import type { Milestone } from '@workplan/domain'
import { expect, it } from 'vitest'
import { milestoneSubjects } from './milestone.ts'
import { contextWith } from './testing/state.ts'

const factsOf = (fields: Partial<Milestone>) =>
  milestoneSubjects(contextWith({ milestone: [{ id: 'm', ...fields }] }))[0]?.facts

it('is late from the day after its date, until it is done', () => {
  expect(factsOf({ due: '2023-03-01' })).toMatchObject({ isOpen: true, daysLate: 12 })
  expect(factsOf({ due: '2023-04' })).toMatchObject({ daysLate: 0 })
  expect(factsOf({})).toMatchObject({ daysLate: null, hasDate: false, daysSlipped: null })
  expect(factsOf({ status: 'done' })).toMatchObject({ isOpen: false })
})

it('has moved as often as it had another date', () => {
  expect(factsOf({ due: '2023-04-30' })).toMatchObject({ timesMoved: 0, daysSlipped: 0 })
  expect(factsOf({ due: '2023-04-30', baselineDue: '2023-04-30' })).toMatchObject({ timesMoved: 0 })
  expect(factsOf({ due: '2023-04-30', baselineDue: '2023-03-31' })).toMatchObject({
    timesMoved: 1,
    movedLater: true,
    daysSlipped: 30,
  })
  expect(factsOf({ due: '2023-04-30', baselineDue: '2023-05-31' })).toMatchObject({ movedLater: false })
  expect(factsOf({})?.movedLater).toBeNull()
  const twice = { due: '2023-04-30', baselineDue: '2023-02-28', earlierDues: ['2023-02-28', '2023-03-31'] }
  expect(factsOf(twice)).toMatchObject({ timesMoved: 2, daysSlipped: 61 })
})
