import type { DutyType } from '@workplan/domain'
import { expect, it } from 'vitest'
import { smallLibrary } from '../facts/testing/library.ts'
import { headedDuties } from './headed-duties.ts'

const sample = [...smallLibrary().requirements.values()].find(({ id }) => id === 'duty.care')
const duty = (id: string, dutyType: DutyType | null, framework = 'guidance') => {
  if (!sample) throw new Error('there is no duty.care')
  return { ...sample, id, dutyType, framework }
}

const ALL = [
  duty('legal', 'legal-duty'),
  duty('core', 'core-responsibility'),
  duty('consider', 'key-consideration'),
  duty('over', 'overarching-action'),
  duty('action', 'specific-action'),
  duty('part', 'sub-requirement'),
  duty('untyped', null),
  duty('elsewhere', 'specific-action', 'other'),
]

it.each([
  ['legal', ['core', 'consider', 'over', 'action', 'part']],
  ['core', ['consider']],
  ['over', ['action', 'part']],
  ['action', []],
  ['untyped', []],
])('%s is carried out by %j, of its own framework', (id, carriedOutBy) => {
  const heading = ALL.find((entry) => entry.id === id) ?? duty(id, null)
  expect(headedDuties(heading, ALL).map((entry) => entry.id)).toEqual(carriedOutBy)
})
