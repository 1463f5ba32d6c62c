import { describe, expect, it } from 'vitest'
import { AnswerChange, changeAnswer } from './answer-change.ts'
import { Answer } from './records/assessment.ts'

const answer = Answer.parse({
  id: 'a.answer',
  source: { document: 'Test' },
  basis: { evidenceState: { kind: 'inferred' }, gap: { kind: 'inferred' } },
  assessment: 'a.round',
  measure: 'ambitions.1.1.3',
  state: 'answered',
  level: 3,
  evidence: 'As under 1.1.2',
  evidenceState: 'reference',
  evidenceDate: null,
  gap: null,
  gapIsNil: true,
  nextStep: null,
  workstream: null,
  answeredFor: 'something near',
  seeAlso: [],
})

function changed(change: AnswerChange, from = answer): Answer {
  const result = changeAnswer(from, change)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return Answer.parse(result.answer)
}

function fieldsRefused(change: AnswerChange): string[] {
  const result = changeAnswer(answer, change)
  return 'problems' in result ? result.problems.map(({ field }) => field) : []
}

describe('an answer after a change', () => {
  it('is answered with a level and unanswered without one', () => {
    const unanswered = changed({ level: null })
    expect(unanswered).toMatchObject({ state: 'unanswered', level: null })
    expect(changed({ level: 0 }, unanswered)).toMatchObject({ state: 'answered', level: 0 })
    expect(changed({ state: 'not-applicable' })).toMatchObject({ state: 'not-applicable', level: null })
  })

  it('keeps the state of a heading row that never had a level', () => {
    const heading: Answer = { ...answer, state: 'not-scored', level: null }
    expect(changed({ level: null }, heading).state).toBe('not-scored')
  })

  it('takes new evidence as described, and as about the measure itself', () => {
    expect(changed({ evidence: 'Audit of 2023' })).toMatchObject({
      evidenceState: 'described',
      answeredFor: null,
      basis: { evidenceState: { kind: 'inferred' }, gap: { kind: 'inferred' } },
    })
    expect(changed({ evidence: 'yes', evidenceState: 'bare' }).evidenceState).toBe('bare')
    expect(changed({ evidence: null }).evidenceState).toBe('none')
  })

  it('takes a gap that is named as a gap, and as stated', () => {
    const next = changed({ gap: 'No rota at night' })
    expect(next.gapIsNil).toBe(false)
    expect(next.basis).toEqual({ evidenceState: { kind: 'inferred' } })
    expect(changed({ gap: 'None', gapIsNil: true }).gapIsNil).toBe(true)
  })
})

describe('a change is refused', () => {
  it('when state and level, or evidence and its kind, do not fit', () => {
    expect(fieldsRefused({ state: 'unanswered', level: 3 })).toEqual(['level'])
    expect(fieldsRefused({ state: 'answered', level: null })).toEqual(['level'])
    expect(fieldsRefused({ evidenceState: 'none' })).toEqual(['evidenceState'])
    expect(fieldsRefused({ evidence: null, evidenceState: 'described' })).toEqual(['evidenceState'])
  })

  it('when it changes nothing or names a field that does not exist', () => {
    expect(AnswerChange.safeParse({}).success).toBe(false)
    expect(AnswerChange.safeParse({ level: 6 }).success).toBe(false)
    expect(AnswerChange.safeParse({ levle: 3 }).success).toBe(false)
  })
})
