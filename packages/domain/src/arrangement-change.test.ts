import { describe, expect, it } from 'vitest'
import {
  arrangementProblems,
  changeArrangement,
  NewArrangement,
  type Arrangement,
} from './arrangement-change.ts'
import { HandOver } from './records/transition.ts'
import { TrainingNeed } from './records/workforce.ts'

const base = { source: { document: 'Test' } }
const handOver = HandOver.parse({
  ...base,
  id: 'p.hand-over',
  pathway: 'p.pathway',
  age: 16,
  title: 'Lead clinician',
  from: 'Community nursing',
  to: null,
  agreed: 'not-known',
  agreedOn: null,
  task: null,
  state: 'current',
  basis: { to: { kind: 'inferred' } },
})
const need = TrainingNeed.parse({
  ...base,
  id: 'p.need',
  staffGroup: 'Ward nurses',
  level: 'core',
  needed: 40,
  trained: null,
  asOf: null,
  state: 'current',
})
const problemsOf = (arrangement: Arrangement) => arrangementProblems(arrangement).map(({ path }) => path)

describe('a change of an arrangement', () => {
  it('leaves what it does not name, and makes what it sets stated', () => {
    const after = changeArrangement(
      { kind: 'hand-over', record: handOver },
      { kind: 'hand-over', change: { to: 'Adult team', agreed: 'agreed', agreedOn: '2023-02' } },
    )
    expect(after.record).toMatchObject({ from: 'Community nursing', to: 'Adult team', agreedOn: '2023-02' })
    expect(after.record.basis).toBeUndefined()
  })
})

describe('what does not fit together', () => {
  it('is a date of agreement on what is not agreed', () => {
    const on = (agreed: HandOver['agreed']) =>
      problemsOf({ kind: 'hand-over', record: { ...handOver, agreed, agreedOn: '2023' } })
    expect(on('agreed')).toEqual([])
    expect(on('not-known')).toEqual(['agreedOn'])
  })

  it('is a number of people trained without its date; unknown needs none, nought does', () => {
    const withTrained = (trained: number | null) =>
      problemsOf({ kind: 'training-need', record: { ...need, trained } })
    expect(withTrained(null)).toEqual([])
    expect(withTrained(0)).toEqual(['asOf'])
  })
})

it('knows four ages of hand-over, and no part of a person', () => {
  const { id: _id, source: _source, basis: _basis, ...record } = handOver
  const parse = (change: object) =>
    NewArrangement.safeParse({ kind: 'hand-over', record: { ...record, ...change } }).success
  expect([14, 16, 18, 25].map((age) => parse({ age }))).toEqual([true, true, true, true])
  expect(parse({ age: 17 })).toBe(false)
  const { id: _needId, source: _needSource, ...needed } = need
  expect(
    NewArrangement.safeParse({ kind: 'training-need', record: { ...needed, needed: 1.5 } }).success,
  ).toBe(false)
})
