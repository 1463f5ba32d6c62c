import { describe, expect, it } from 'vitest'
import { Answer } from './records/assessment.ts'
import { roundFindings, spreadOf } from './round-findings.ts'

const AS_AT = '2023-03-13'

function answer(measure: string, change: Partial<Answer>): Answer {
  return Answer.parse({
    id: `b.${measure}`,
    source: { document: 'Test' },
    assessment: 'b.round',
    measure,
    state: 'answered',
    level: 4,
    evidence: 'Audit',
    evidenceState: 'described',
    evidenceDate: '2023',
    gap: null,
    gapIsNil: false,
    nextStep: null,
    workstream: null,
    answeredFor: null,
    seeAlso: [],
    ...change,
  })
}

describe('what is to be seen before a round is signed off', () => {
  it('keeps unanswered, without evidence, without reason, old and undated apart', () => {
    const nothing = { evidence: null, evidenceState: 'none' as const, evidenceDate: null }
    const findings = roundFindings(
      [
        answer('m.fine', {}),
        answer('m.blank', { ...nothing, state: 'unanswered', level: null }),
        answer('m.claimed', { ...nothing, level: 3 }),
        answer('m.low', { ...nothing, level: 2 }),
        answer('m.zero', { ...nothing, level: 0 }),
        answer('m.apart', { ...nothing, state: 'not-applicable', level: null }),
        answer('m.said', { ...nothing, state: 'not-applicable', level: null, whyNotApplicable: 'No ward' }),
        answer('m.old', { evidenceDate: '2022-03-12' }),
        answer('m.year', { evidenceDate: '2022-03-13' }),
        answer('m.undated', { evidenceDate: null }),
      ],
      AS_AT,
    )
    expect(findings).toEqual({
      unanswered: ['m.blank'],
      withoutEvidence: ['m.claimed'],
      withoutReason: ['m.apart'],
      oldEvidence: ['m.old'],
      undatedEvidence: ['m.undated'],
    })
  })

  it('takes a date that is only known in part by its last day', () => {
    expect(roundFindings([answer('m.1', { evidenceDate: '2022' })], AS_AT).oldEvidence).toEqual([])
    expect(roundFindings([answer('m.1', { evidenceDate: '2021' })], AS_AT).oldEvidence).toEqual(['m.1'])
  })
})

describe('the spread of several answers', () => {
  it('is from the lowest to the highest level, and leaves out who did not answer', () => {
    expect(spreadOf([{ level: 4 }, { level: null }, { level: 0 }, { level: 2 }])).toEqual({
      lowest: 0,
      highest: 4,
      answered: 3,
    })
  })

  it('is none where nobody has a level', () => {
    expect(spreadOf([{ level: null }])).toBeNull()
    expect(spreadOf([])).toBeNull()
  })
})
