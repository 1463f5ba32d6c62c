import { answer, measure } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { isAboutSupport, isAboutWorkforce, measuresBehind, readinessFigures } from './readiness-figures.ts'

const measures = [
  measure({ id: 'sure', answer: answer(4) }),
  measure({ id: 'unsure', answer: answer(3, { evidenceState: 'pending' }) }),
  measure({ id: 'low', answer: answer(0) }),
  measure({ id: 'blank', answer: answer(null) }),
  measure({ id: 'never-asked', answer: null }),
  measure({ id: 'not-for-us', answer: answer(null, { state: 'not-applicable' }) }),
]

describe('readiness', () => {
  it('tells unanswered, not applicable and level 0 apart', () => {
    expect(readinessFigures(measures)).toEqual({
      measures: 6,
      answered: 3,
      unanswered: 2,
      notApplicable: 1,
      ready: 2,
      readyWithEvidence: 1,
      placeholders: 1,
    })
  })

  it.each([
    ['ready', ['sure', 'unsure']],
    ['unsure', ['unsure']],
    ['placeholder', ['unsure']],
    ['unanswered', ['blank', 'never-asked']],
    [undefined, ['sure', 'unsure', 'low', 'blank', 'never-asked', 'not-for-us']],
  ])('opens the figure %s to its measures', (show, ids) => {
    expect(measuresBehind(measures, show).map(({ id }) => id)).toEqual(ids)
  })
})

it('is about the workforce by its audience or by Ambition 5, headings apart', () => {
  const about = (change: Parameters<typeof measure>[0]) => isAboutWorkforce(measure(change))
  expect(about({ number: '1.1.6', audience: ['workforce'] })).toBe(true)
  expect(about({ number: '5.6.1', audience: ['all'] })).toBe(true)
  expect(about({ number: '5.2', scored: false, audience: ['workforce'] })).toBe(false)
  expect(about({ number: '1.5.1', audience: ['all'] })).toBe(false)
  expect([measure({ number: '5.2.1' }), measure({ number: '5.1.1' })].map(isAboutSupport)).toEqual([
    true,
    false,
  ])
})
