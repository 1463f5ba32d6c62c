import type { Answer } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { measureSubjects } from './measure.ts'
import { smallLibrary } from './testing/library.ts'
import { contextWith, named } from './testing/state.ts'

const ROUND = { assessment: [{ id: 'round', title: 'A round' }] }

function measure(id: string, answers: (Partial<Answer> & { id: string })[] = [], rest: object = {}) {
  const subjects = measureSubjects(contextWith({ ...ROUND, answer: answers, ...rest }))
  return named(subjects, id)
}

/** The facts of measure 1.1.2 with this answer. */
function factsOf(answer: Partial<Answer>) {
  return measure('amb.1.1.2', [{ id: 'a', measure: 'amb.1.1.2', level: 3, ...answer }]).facts
}

describe('measures', () => {
  it('are the scored ones of frameworks with a current round', () => {
    const ids = (assessment: object[]) =>
      measureSubjects(contextWith({ assessment: assessment as never })).map(({ id }) => id)
    expect(ids([{ id: 'round' }])).toEqual(['amb.1.1.1', 'amb.1.1.2', 'amb.1.2.1'])
    expect(ids([{ id: 'round', current: false }])).toEqual([])
    expect(ids([])).toEqual([])
  })

  it('that a round leaves out are unanswered, which is no level', () => {
    expect(measure('amb.1.1.1').facts).toMatchObject({
      answerState: 'unanswered',
      level: null,
      gapStated: null,
    })
  })

  it('say which duties cover the same people, the legal one first', () => {
    expect(measure('amb.1.1.1')).toMatchObject({
      audience: ['children'],
      facts: {
        audience: ['children and young people'],
        dutiesForAudience: 2,
        dutyForAudience: 'Arrange care',
      },
    })
    expect(measure('amb.1.1.1').records).toContainEqual({
      kind: 'requirement',
      id: 'duty.care',
      title: 'Arrange care',
    })
  })

  it('count under their block, their ambition and the duties tied to them', () => {
    const library = smallLibrary([{ requirements: ['duty.parts', 'amb.1.1.2'] }])
    const subject = named(measureSubjects(contextWith(ROUND, library)), 'amb.1.1.2')
    expect(subject.requirements).toEqual(['amb.1.1.2', 'amb.1.1', 'amb.1', 'duty.parts'])
    expect(subject.title).toBe('1.1.2 Plans: adults')
  })

  it('count work for themselves and for what they stand under apart, and name its workstreams', () => {
    const task = [
      { id: 't.own', serves: ['amb.1.1.2'], workstream: 'ws' },
      { id: 't.done', serves: ['amb.1.1.2'], status: 'done' },
      { id: 't.above', serves: ['amb.1'] },
    ]
    const subject = measure('amb.1.1.2', [], { task })
    expect(subject.facts).toMatchObject({ liveTasks: 1, liveTasksAbove: 1, workstreamNamed: false })
    expect(subject.workstreams).toEqual(['ws'])
  })

  it('know the hours that are not covered where coverage requirements serve them', () => {
    const locality = [{ id: 'north' }]
    const serving = { locality, 'coverage-requirement': [{ id: 'advice', serves: ['amb.1.1.2'] }] }
    expect(measure('amb.1.1.2', [], serving).facts).toMatchObject({
      hoursNotCovered: 168,
      percentCovered: 0,
    })
    expect(measure('amb.1.1.1', [], serving).facts.hoursNotCovered).toBeNull()
  })
})

it('names the foundations of its theme that no workstream carries', () => {
  const positions = (hasWorkstream: boolean | null) => ({
    position: [{ id: 'p', requirement: 'foundation.records', hasWorkstream }],
  })
  expect(measure('amb.1.2.1', [], positions(false)).facts).toMatchObject({
    foundationsWithoutWorkstream: ['Shared records'],
    foundationsWithoutWorkstreamCount: 1,
  })
  expect(measure('amb.1.1.2', [], positions(false)).facts.foundationsWithoutWorkstreamCount).toBe(0)
  expect(measure('amb.1.2.1', [], positions(null)).facts.foundationsWithoutWorkstreamCount).toBe(0)
})

describe('evidence', () => {
  it('asks a question when it is recorded as one or reads like one', () => {
    expect(factsOf({ evidenceState: 'query' }).evidenceAsksQuestion).toBe(true)
    expect(factsOf({ evidence: 'Everywhere?', evidenceState: 'described' }).evidenceAsksQuestion).toBe(true)
    expect(factsOf({ evidence: 'Everywhere', evidenceState: 'described' }).evidenceAsksQuestion).toBe(false)
  })

  it('is to be confirmed, or a placeholder, by its kind or its words', () => {
    expect(factsOf({ evidence: 'TBC', evidenceState: 'described' }).evidenceToBeConfirmed).toBe(true)
    expect(factsOf({ evidenceState: 'to-be-confirmed' }).evidenceToBeConfirmed).toBe(true)
    expect(factsOf({ evidence: 'Yes.', evidenceState: 'described' }).evidenceIsPlaceholder).toBe(true)
    expect(factsOf({ evidence: 'A name', evidenceState: 'bare' }).evidenceIsPlaceholder).toBe(true)
    expect(factsOf({ evidenceState: 'none' }).evidenceIsPlaceholder).toBe(false)
  })

  it('is compared by its words with the other answers', () => {
    const answers = [
      { id: 'a', measure: 'amb.1.1.1', level: 3, evidence: 'Same words.' },
      { id: 'b', measure: 'amb.1.1.2', level: 3, evidence: 'same  words' },
      { id: 'c', measure: 'amb.1.2.1', level: 3, evidence: null },
    ] as const
    expect(measure('amb.1.1.1', [...answers]).facts.sameEvidenceElsewhere).toBe(1)
    expect(measure('amb.1.2.1', [...answers]).facts.sameEvidenceElsewhere).toBe(0)
  })

  it('recorded as a repeat counts the answers it repeats, whatever its words', () => {
    const copy = { id: 'a', measure: 'amb.1.1.2', level: 3, evidenceState: 'duplicate' } as const
    const subject = measure('amb.1.1.2', [
      { ...copy, evidence: 'As the other one', seeAlso: ['b'] },
      { id: 'b', measure: 'amb.1.2.1', level: 3, evidence: 'The one' },
    ])
    expect(subject.facts.sameEvidenceElsewhere).toBe(1)
    expect(subject.records).toContainEqual({ kind: 'answer', id: 'b', title: 'Answer to 1.2.1 Records' })
  })

  it('speaks of work to come by its kind or its words, and is named in words', () => {
    expect(factsOf({ evidence: 'A strategy is being written', evidenceState: 'described' })).toMatchObject({
      evidenceStillToCome: true,
      evidenceInWords: 'a description',
    })
    expect(factsOf({ evidence: 'A strategy', evidenceState: 'pending' })).toMatchObject({
      evidenceStillToCome: true,
      evidenceInWords: 'work still to come',
    })
    expect(factsOf({ evidence: 'A strategy of 2021', evidenceState: 'described' }).evidenceStillToCome).toBe(
      false,
    )
  })

  it('has an age from the last day its date can mean', () => {
    expect(factsOf({ evidenceDate: '2020' }).evidenceAgeDays).toBe(802)
    expect(factsOf({ evidenceDate: null }).evidenceAgeDays).toBeNull()
  })
})

describe('gap', () => {
  it('is stated when the box names one, and not when it says that there is none', () => {
    expect(factsOf({ gap: 'No access for care homes' })).toMatchObject({
      gapStated: true,
      gapNotKnown: false,
    })
    expect(factsOf({ gap: 'Nothing of note', gapIsNil: true }).gapStated).toBe(false)
    expect(factsOf({ gap: null }).gapStated).toBe(false)
  })

  it('is not known when the box says so', () => {
    expect(factsOf({ gap: 'Unknown' }).gapNotKnown).toBe(true)
    expect(factsOf({ gap: 'Still to be identified' }).gapNotKnown).toBe(true)
  })

  it('says that there is no plan', () => {
    expect(factsOf({ gap: 'No plan yet for non-digital information' }).gapSaysNoPlan).toBe(true)
    expect(factsOf({ gap: 'No access for care homes' }).gapSaysNoPlan).toBe(false)
  })
})

it('says when the answer speaks of something else', () => {
  expect(factsOf({ answeredFor: 'One system' })).toMatchObject({
    answersSomethingElse: true,
    answeredFor: 'One system',
  })
  expect(factsOf({}).answersSomethingElse).toBe(false)
})
