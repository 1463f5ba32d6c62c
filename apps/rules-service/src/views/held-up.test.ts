import { CoverageRequirement, type Service } from '@workplan/domain'
import { expect, it } from 'vitest'
import { judgedProgramme } from '../testing/judged-programme.ts'
import { heldUpBy } from './held-up.ts'

const night = { days: ['mon' as const], from: '20:00', to: '24:00' }
const evening = { days: ['mon' as const], from: '18:00', to: '22:00' }
const advice = CoverageRequirement.parse({
  id: 'alpha.advice',
  source: { document: 'Test' },
  title: 'Advice',
  audience: ['adult'],
  required: [{ days: ['mon'], from: '00:00', to: '24:00' }],
  modes: [],
  serves: [],
  localities: [],
  gapState: 'not-yet-known',
  statedGaps: [],
})

function stateWithServices(services: Partial<Service>[]) {
  const state = judgedProgramme('alpha')
  const [service] = state.records.service
  if (!service) throw new Error('the programme has no service')
  state.records['coverage-requirement'] = [advice]
  state.records.service = services.map((fields) => ({
    ...service,
    meets: [advice.id],
    conditional: null,
    ...fields,
  }))
  return state
}

it('is the hours that no other service covers', () => {
  const state = stateWithServices([
    { id: 'night', hours: [night] },
    { id: 'evening', hours: [evening] },
  ])
  const [held] = heldUpBy(new Set(['night']), state)
  expect(held?.places[0]?.spans).toEqual([{ from: 22 * 60, to: 24 * 60 }])
  expect(held?.hours).toBe(2)
  expect(heldUpBy(new Set(['night', 'evening']), state)[0]?.hours).toBe(6)
})

it('is nothing where another service is there, however uncertain', () => {
  const state = stateWithServices([
    { id: 'sure', hours: [night] },
    { id: 'unsure', hours: [night], conditional: 'depends on staffing' },
  ])
  expect(heldUpBy(new Set(['sure']), state)).toEqual([])
  expect(heldUpBy(new Set(), state)).toEqual([])
})
