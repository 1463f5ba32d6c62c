import { describe, expect, it } from 'vitest'
import { Answer } from './records/assessment.ts'
import { answerAsLast, organisationSays, scoreAnswer } from './round-answer.ts'

const AS_AT = '2023-03-13'

const unanswered = Answer.parse({
  id: 'b.round.1.1.2',
  source: { document: 'Test' },
  assessment: 'b.round',
  measure: 'ambitions.1.1.2',
  state: 'unanswered',
  level: null,
  evidence: null,
  evidenceState: 'none',
  evidenceDate: null,
  gap: null,
  gapIsNil: false,
  nextStep: null,
  workstream: 'b.ws.records',
  answeredFor: null,
  seeAlso: [],
})

const last: Answer = {
  ...unanswered,
  id: 'b.last.1.1.2',
  assessment: 'b.last',
  state: 'answered',
  level: 3,
  evidence: 'As under 1.1.1',
  evidenceState: 'reference',
  evidenceDate: '2021',
  gap: 'Not at night',
  nextStep: 'Ask for a rota',
  workstream: 'b.ws.old',
  seeAlso: ['b.last.1.1.1', 'b.last.gone'],
}

const answerIn = (id: string) => (id === 'b.last.1.1.1' ? 'b.round.1.1.1' : null)

function fieldsRefused(outcome: ReturnType<typeof scoreAnswer>): string[] {
  return 'problems' in outcome ? outcome.problems.map(({ field }) => field) : []
}

describe('an answer in an open round', () => {
  it('that does not apply needs the reason, and loses it when it applies again', () => {
    expect(fieldsRefused(scoreAnswer(unanswered, { state: 'not-applicable' }, AS_AT))).toEqual([
      'whyNotApplicable',
    ])
    const without = scoreAnswer(
      unanswered,
      { state: 'not-applicable', whyNotApplicable: 'No hospice here' },
      AS_AT,
    )
    expect(without).toMatchObject({ answer: { state: 'not-applicable', level: null } })
    const again = 'answer' in without ? scoreAnswer(without.answer, { level: 2 }, AS_AT) : without
    expect(again).toMatchObject({ answer: { state: 'answered', level: 2, whyNotApplicable: null } })
  })

  it('is never taken out of the score', () => {
    expect(fieldsRefused(scoreAnswer(unanswered, { state: 'not-scored' }, AS_AT))).toEqual(['state'])
  })

  it('has no evidence of a day to come, and no date without evidence', () => {
    const evidence = { level: 3 as const, evidence: 'Audit' }
    expect(fieldsRefused(scoreAnswer(unanswered, { ...evidence, evidenceDate: '2023-04' }, AS_AT))).toEqual([
      'evidenceDate',
    ])
    expect(scoreAnswer(unanswered, { ...evidence, evidenceDate: '2023-03' }, AS_AT)).toMatchObject({
      answer: { evidenceDate: '2023-03' },
    })
    expect(scoreAnswer(unanswered, { level: 1, evidenceDate: '2023' }, AS_AT)).toMatchObject({
      answer: { evidenceDate: null },
    })
  })
})

describe('the same answer as last time', () => {
  const same = (evidenceDate: string | null, from = last) =>
    answerAsLast(unanswered, from, { confirmed: true, evidenceDate }, AS_AT, answerIn)

  it('is that answer with a new look at its evidence, and points into its own round', () => {
    expect(same('2023-02')).toMatchObject({
      answer: {
        id: unanswered.id,
        assessment: 'b.round',
        state: 'answered',
        level: 3,
        evidence: 'As under 1.1.1',
        evidenceState: 'reference',
        evidenceDate: '2023-02',
        gap: 'Not at night',
        nextStep: 'Ask for a rota',
        workstream: 'b.ws.records',
        seeAlso: ['b.round.1.1.1'],
        confirms: last.id,
      },
    })
  })

  it('is refused without the date of a look at evidence that was given, and with one where there was none', () => {
    expect(fieldsRefused(same(null))).toEqual(['evidenceDate'])
    expect(fieldsRefused(same('2023-04'))).toEqual(['evidenceDate'])
    const bare: Answer = { ...last, evidence: null, evidenceState: 'none' }
    expect(fieldsRefused(same('2023-02', bare))).toEqual(['evidenceDate'])
    expect(same(null, bare)).toMatchObject({ answer: { level: 3 } })
  })

  it('is refused where there was no answer, or one that did not say why the measure does not apply', () => {
    expect(fieldsRefused(same(null, { ...unanswered, id: 'b.last.1.1.2' }))).toEqual(['state'])
    const without: Answer = { ...unanswered, state: 'not-applicable' }
    expect(fieldsRefused(same(null, without))).toEqual(['whyNotApplicable'])
  })

  it('is an answer of its own as soon as somebody writes another one', () => {
    const confirmed = same('2023-02')
    if ('problems' in confirmed) throw new Error('it was refused')
    expect(scoreAnswer(confirmed.answer, { evidenceDate: '2023-01' }, AS_AT)).toMatchObject({
      answer: { confirms: last.id },
    })
    expect(scoreAnswer(confirmed.answer, { level: 4 }, AS_AT)).toMatchObject({ answer: { confirms: null } })
  })
})

describe('what an organisation says', () => {
  const organisation = {
    id: 'b.round.1.1.2.of.hospice',
    source: { document: 'Test' },
    assessment: 'b.round',
    measure: 'ambitions.1.1.2',
    provider: 'hospice',
  }
  const nothing = { level: null, evidence: null, gap: null, whyNotApplicable: null }

  it('is a level, no answer, or a reason why it does not apply', () => {
    expect(organisationSays(organisation, { ...nothing, state: 'answered', level: 0 })).toMatchObject({
      answer: { provider: 'hospice', level: 0 },
    })
    expect(organisationSays(organisation, { ...nothing, state: 'unanswered' })).toMatchObject({
      answer: { state: 'unanswered', level: null },
    })
  })

  it('fits together', () => {
    const refused = (said: Parameters<typeof organisationSays>[1]) => {
      const outcome = organisationSays(organisation, said)
      return 'problems' in outcome ? outcome.problems.map(({ field }) => field) : []
    }
    expect(refused({ ...nothing, state: 'answered' })).toEqual(['level'])
    expect(refused({ ...nothing, state: 'unanswered', level: 3 })).toEqual(['level'])
    expect(refused({ ...nothing, state: 'not-applicable' })).toEqual(['whyNotApplicable'])
  })
})
