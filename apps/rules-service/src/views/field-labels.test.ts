import { recordKinds, recordSchemas } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { fieldLabels } from './field-labels.ts'
import { emptyListWords } from './field-words.ts'
import { fieldsRulesRead } from './looked-at.ts'

describe('fieldLabels', () => {
  it.each(recordKinds)('names every field of a %s and no other', (kind) => {
    const fields = Object.keys(recordSchemas[kind].shape).filter((field) => field !== 'basis')
    expect(Object.keys(fieldLabels[kind]).toSorted()).toEqual(fields.toSorted())
  })

  it.each(recordKinds)('gives no two fields of a %s the same name', (kind) => {
    const labels = Object.values(fieldLabels[kind])
    expect(new Set(labels).size).toBe(labels.length)
  })

  it.each(recordKinds)('knows the fields that rules read of a %s', (kind) => {
    for (const field of fieldsRulesRead[kind]) expect(fieldLabels[kind]).toHaveProperty(field)
  })

  it('speaks of empty lists only where there is such a field', () => {
    for (const place of Object.keys(emptyListWords)) {
      const [kind, field] = place.split('.')
      const labels = recordKinds.filter((candidate) => candidate === kind).map((found) => fieldLabels[found])
      expect(labels[0], place).toHaveProperty(field ?? '')
    }
  })
})
