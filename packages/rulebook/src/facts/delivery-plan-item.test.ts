import { expect, it } from 'vitest'
import { deliveryPlanItemSubjects } from './delivery-plan-item.ts'
import { contextWith, named } from './testing/state.ts'

function item(id: string, records: Parameters<typeof contextWith>[0]) {
  return named(deliveryPlanItemSubjects(contextWith(records)), id)
}

it('is in plans by a task, or because the programme says so', () => {
  expect(item('plan.item', { task: [{ id: 't', serves: ['plan.item'] }] }).facts).toMatchObject({
    inPlans: true,
    linkedOfKind: 1,
  })
  const position = (hasWorkstream: boolean | null) => ({
    position: [{ id: 'p', requirement: 'plan.item', hasWorkstream }],
  })
  expect(item('plan.item', position(true)).facts.inPlans).toBe(true)
  expect(item('plan.item', position(null)).facts.inPlans).toBe(false)
  expect(item('plan.other', position(true)).facts).toMatchObject({ inPlans: false, linkedOfKind: 1 })
})

it('has no items in plans when nobody has gone through them', () => {
  expect(item('plan.item', {})).toMatchObject({
    title: '1 Better access',
    facts: { inPlans: false, hasPosition: false, linkedOfKind: 0 },
  })
})
