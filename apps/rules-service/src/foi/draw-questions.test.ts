import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'
import { drawQuestions } from './draw-questions.ts'
import { hospiceCareQuestions } from './hospice-care-questions.ts'

const library = loadLibrary()

function draw(programme: 'bnssg' | 'northamptonshire', asAt = '2023-07-11') {
  const questions = drawQuestions(exampleProgramme(programme), library, hospiceCareQuestions.questions, asAt)
  return new Map(questions.map((question) => [question.number, question.draft]))
}

function figuresOf(answer: { figures: { label: string; value: unknown }[] } | undefined) {
  return Object.fromEntries(answer?.figures.map(({ label, value }) => [label, value]) ?? [])
}

describe('the ten questions of the return of 11 July 2023', () => {
  const drafts = draw('bnssg')

  it('are asked in the words of the return, with its options', () => {
    const { records } = exampleProgramme('bnssg').state
    expect(
      hospiceCareQuestions.questions.map(({ number, question, options }) => ({
        number,
        question,
        options: options.map(({ letter, text }) => ({ letter, text })),
      })),
    ).toEqual(records['foi-answer'].map(({ number, question, options }) => ({ number, question, options })))
  })

  it('give the figures that were stated', () => {
    expect(figuresOf(drafts.get('1'))).toEqual({ Pages: '57 and 97' })
    expect(figuresOf(drafts.get('7'))).toMatchObject({
      Length: 'multi-year',
      Funding: 'block and activity',
      'Risk share': 'No',
    })
    expect(figuresOf(drafts.get('8'))).toMatchObject({
      'Value, adult, 2022-23': 3_683_000,
      'Value, children, 2022-23': 345_000,
      'Both together': 4_028_000,
      'Share for children and young people': 8.6,
    })
    expect(figuresOf(drafts.get('9'))).toMatchObject({
      'Uplift, no date': 1.7,
      'Uplift, April 2023': 1.8,
    })
  })

  it('fit the released options wherever the records say nothing else', () => {
    const letters = (number: string) => drafts.get(number)?.letters
    expect(letters('1')).toEqual(['b'])
    expect(letters('3')).toEqual(['a'])
    expect(letters('4')).toEqual(['d'])
    expect(letters('6')).toEqual(['a'])
    expect(letters('7')).toEqual(['b', 'e', 'f'])
    expect(letters('8')).toEqual(['a', 'b'])
  })

  it('differ from the released answers in questions 2, 5 and 9, and in no other', () => {
    const different = [...drafts].filter(([, { differences }]) => differences.length > 0)
    expect(different.map(([number]) => number)).toEqual(['2', '5', '9'])
  })

  it('2: says that the strategy is a draft, which is option d', () => {
    expect(drafts.get('2')).toMatchObject({ letters: ['d'] })
    expect(drafts.get('2')?.differences[0]).toBe(
      'The released answer chose a (System plan). The records fit d (In draft or being discussed).',
    )
  })

  it('5: counts the levels, says that level 3 is not that of most, and chooses b', () => {
    expect(drafts.get('5')).toMatchObject({ letters: ['b'] })
    expect(figuresOf(drafts.get('5'))).toEqual({
      Measures: 75,
      'Measures at level 3': 29,
      'Share at level 3': 38.7,
      'Measures at level 3 or above': 44,
      'Share at level 3 or above': 58.7,
      'Not answered': 4,
    })
    expect(drafts.get('5')?.differences).toEqual([
      'The released answer chose a (Levels 0 to 2). The records fit b (Mostly level 3).',
      'The words of the released answer fit b (Mostly level 3), not the a (Levels 0 to 2) it chose.',
      'Level 3 is the most frequent level, but not that of most measures: 29 of 75.',
    ])
  })

  it('9: leaves the undated uplift unassigned and the parts it may answer unknown', () => {
    expect(drafts.get('9')).toMatchObject({ letters: ['iii'] })
    expect(drafts.get('9')?.differences[0]).toMatch(/^An uplift of 1\.7% has no date/)
    expect(drafts.get('9')?.unknown).toEqual([
      'The uplift of April 2022 is not on record.',
      'The uplift of July 2022 is not on record.',
    ])
  })

  it('say what no record knows', () => {
    expect(drafts.get('3')?.unknown).toEqual([
      'To whom this group reports: no reporting line that is in force is on record.',
    ])
    expect(drafts.get('4')?.unknown).toHaveLength(1)
  })

  it('each name the records they rest on', () => {
    for (const [number, { evidence }] of drafts)
      expect({ number, some: evidence.length > 0 }).toEqual({ number, some: true })
  })
})

describe('before the return', () => {
  it('nothing of it counts', () => {
    const drafts = draw('bnssg', '2023-07-10')
    expect(
      [...drafts.values()].flatMap(({ evidence }) => evidence).some(({ kind }) => kind === 'foi-answer'),
    ).toBe(false)
    expect(drafts.get('4')).toMatchObject({ text: '', letters: [] })
  })
})

describe('a programme that knows little', () => {
  it('says that it does not know, and asserts nothing', () => {
    const drafts = draw('northamptonshire')
    expect(drafts.get('8')).toMatchObject({ text: '', letters: [], figures: [] })
    expect(drafts.get('8')?.unknown).toEqual([
      'The value for adults is not on record.',
      'The value for children and young people is not on record.',
    ])
    expect(drafts.get('5')).toMatchObject({ text: 'No self-assessment is on record.', letters: ['e'] })
    expect(drafts.get('2')).toMatchObject({ letters: ['a'] })
  })
})
