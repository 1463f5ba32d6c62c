import { answer, measure } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { measuresBehind, readinessFigures } from './readiness-figures.ts'

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
    })
  })

  it.each([
    ['ready', ['sure', 'unsure']],
    ['unsure', ['unsure']],
    ['unanswered', ['blank', 'never-asked']],
    [undefined, ['sure', 'unsure', 'low', 'blank', 'never-asked', 'not-for-us']],
  ])('opens the figure %s to its measures', (show, ids) => {
    expect(measuresBehind(measures, show).map(({ id }) => id)).toEqual(ids)
  })
})
