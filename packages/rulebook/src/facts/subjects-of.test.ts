import { FactValue, FlagId, flagId, SubjectKind } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { factCatalogue } from './catalogue.ts'
import { subjectsOf } from './subjects-of.ts'
import { smallLibrary } from './testing/library.ts'
import { programmeWith } from './testing/state.ts'

const STATE = programmeWith({
  workstream: [{ id: 'ws' }],
  task: [{ id: 't', serves: ['amb.1.1.2'], workstream: 'ws' }],
  milestone: [{ id: 'm' }],
  assessment: [{ id: 'round' }],
  answer: [{ id: 'a', measure: 'amb.1.1.2', level: 3 }],
  position: [{ id: 'position', requirement: 'duty.care' }],
  'stated-gap': [{ id: 'gap' }],
  locality: [{ id: 'north' }],
  'coverage-requirement': [{ id: 'advice', serves: ['duty.care'] }],
  service: [{ id: 'service' }],
  metric: [{ id: 'metric' }],
  reading: [{ id: 'reading' }],
  claim: [{ id: 'claim' }],
  group: [{ id: 'group' }],
  'foi-answer': [{ id: 'foi', documents: ['draft'] }],
  document: [{ id: 'draft', state: 'draft' }],
  'open-issue': [{ id: 'issue', requirement: 'duty.care' }],
})

const SUBJECTS = subjectsOf(STATE, smallLibrary(), '2023-03-13')

describe('subjectsOf', () => {
  it('gives subjects of every kind that has a catalogue', () => {
    expect(new Set(SUBJECTS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(factCatalogue)))
  })

  it('gives each subject exactly the facts declared for its kind', () => {
    for (const { kind, facts } of SUBJECTS)
      expect(Object.keys(facts).toSorted()).toEqual(Object.keys(factCatalogue[kind] ?? {}).toSorted())
  })

  it('gives facts of the declared types, or null', () => {
    const types = {
      number: 'number',
      text: 'string',
      date: 'string',
      'yes-no': 'boolean',
      list: 'object',
      table: 'object',
    }
    const wrong = SUBJECTS.flatMap(({ kind, facts }) =>
      Object.entries(facts).filter(([name, value]) => {
        const declared = factCatalogue[kind]?.[name]?.type ?? 'text'
        return value !== null && typeof value !== types[declared]
      }),
    )
    expect(wrong).toEqual([])
    expect(SUBJECTS.every(({ facts }) => z.record(z.string(), FactValue).safeParse(facts).success)).toBe(true)
  })

  it('gives ids that make flag ids, each once for its kind, and records to check them by', () => {
    for (const { id, records, audience } of SUBJECTS) {
      expect(FlagId.safeParse(flagId('a-rule', id)).success).toBe(true)
      expect(records.length).toBeGreaterThan(0)
      expect(audience.length).toBeGreaterThan(0)
    }
    const keys = SUBJECTS.map(({ kind, id }) => `${kind} ${id}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('gives the same subjects for the same programme and day, and leaves the programme as it was', () => {
    const before = structuredClone(STATE)
    expect(subjectsOf(STATE, smallLibrary(), '2023-03-13')).toEqual(SUBJECTS)
    expect(STATE).toEqual(before)
  })

  it('knows only the frameworks that the programme lists', () => {
    const state = { ...STATE, programme: { ...STATE.programme, frameworks: ['guidance'] } }
    const kinds = subjectsOf(state, smallLibrary(), '2023-03-13').map(({ kind }) => kind)
    expect(kinds).toContain('duty')
    expect(kinds).not.toContain('measure')
    expect(kinds).not.toContain('ambition')
  })
})

describe('the catalogue', () => {
  it('describes every fact in words', () => {
    for (const [kind, facts] of Object.entries(factCatalogue)) {
      expect(SubjectKind.safeParse(kind).success).toBe(true)
      for (const { label, description } of Object.values(facts)) {
        expect(label).toMatch(/^[A-Z].*[^.]$/)
        expect(description.length).toBeGreaterThan(8)
      }
    }
  })
})
