import { describe, expect, it } from 'vitest'
import {
  changedKeys,
  draftOfRecord,
  draftProblems,
  inWords,
  valuesOf,
  type RecordField,
} from './record-field.ts'

const fields: RecordField[] = [
  { key: 'title', label: 'Title', kind: 'text', required: true },
  { key: 'needed', label: 'People who need it', kind: 'number' },
  { key: 'asOf', label: 'As on', kind: 'date' },
  { key: 'groups', label: 'Staff groups', kind: 'lines' },
  { key: 'age', label: 'When', kind: 'age', options: [{ value: '16', text: 'At 16' }] },
  { key: 'services', label: 'Services', kind: 'choices', options: [{ value: 'a', text: 'Advice line' }] },
]
const record = {
  title: 'Care homes',
  needed: 0,
  asOf: '2023-03',
  groups: ['Nurses', 'Carers'],
  age: 16,
  services: ['a'],
}
const draft = draftOfRecord(fields, record)

describe('a record in a form', () => {
  it('goes into the form as text and comes back as it was', () => {
    expect(draft).toMatchObject({ needed: '0', asOf: 'March 2023', groups: 'Nurses\nCarers', age: '16' })
    expect(valuesOf(fields, draft)).toEqual(record)
  })

  it('says not known by what is left empty, which is not nought', () => {
    const emptied = { ...draft, needed: '', asOf: '', groups: ' \n', services: [] }
    expect(changedKeys(fields, draft, emptied)).toEqual(['needed', 'asOf', 'groups', 'services'])
    expect(valuesOf(fields, emptied, ['needed', 'groups'])).toEqual({ needed: null, groups: [] })
  })

  it('names what cannot be read, and what is missing', () => {
    expect(draftProblems(fields, draft)).toEqual({})
    const problems = draftProblems(fields, { ...draft, title: ' ', needed: 'many', asOf: '30 February 2023' })
    expect(Object.keys(problems)).toEqual(['title', 'needed', 'asOf'])
  })

  it('reads in words where two versions are compared', () => {
    expect(fields.map((field) => inWords(field, draft)).slice(4)).toEqual(['At 16', 'Advice line'])
  })
})
