import { describe, expect, it } from 'vitest'
import { contestOf, fieldsToChoose, keptMine, undecided, type ContestedField } from './contested-field.ts'

const field = (key: string, base: string, mine: string, theirs: string): ContestedField => ({
  key,
  label: key,
  base,
  mine,
  theirs,
})

const fields = [
  field('progress', 'old', 'mine', 'theirs'),
  field('nextStep', 'old', 'agreed', 'agreed'),
  field('percent', '', '50', ''),
  field('due', '', '', '1 May 2023'),
]

describe('two people changed one record', () => {
  it('says of each field who changed it', () => {
    expect(fields.map(contestOf)).toEqual(['both', 'same', 'only-mine', 'only-theirs'])
  })

  it('asks only about what I wrote that is not what is there now', () => {
    expect(fieldsToChoose(fields).map(({ key }) => key)).toEqual(['progress', 'percent'])
  })

  it('is undecided until a side is chosen for what both changed', () => {
    expect(undecided(fields, {}).map(({ key }) => key)).toEqual(['progress'])
    expect(undecided(fields, { progress: 'theirs' })).toEqual([])
  })

  it('keeps mine where nobody else wrote or where I say so, and theirs everywhere else', () => {
    expect(keptMine(fields, { progress: 'theirs' })).toEqual(['percent'])
    expect(keptMine(fields, { progress: 'mine', percent: 'theirs' })).toEqual(['progress'])
  })
})
