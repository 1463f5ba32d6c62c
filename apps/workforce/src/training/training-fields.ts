import type { RecordField } from '@workplan/shell'
import { levelWords, offerStateWords } from './training-words.ts'

const levels = Object.entries(levelWords).map(([value, text]) => ({ value, text }))
const { withdrawn: _withdrawn, ...states } = offerStateWords

export const NEED_FIELDS: RecordField[] = [
  { key: 'staffGroup', label: 'Staff group', hint: 'As: care home staff', kind: 'text', required: true },
  { key: 'level', label: 'Level', kind: 'choice', required: true, options: levels },
  { key: 'needed', label: 'People who need it', kind: 'number' },
  { key: 'trained', label: 'People trained', kind: 'number' },
  { key: 'asOf', label: 'As on', hint: 'As 30 April 2023, or April 2023', kind: 'date' },
]

export const OFFER_FIELDS: RecordField[] = [
  { key: 'title', label: 'Training', kind: 'text', required: true },
  { key: 'givenBy', label: 'Given by', kind: 'text' },
  { key: 'staffGroups', label: 'For which staff groups', hint: 'One to a line', kind: 'lines' },
  { key: 'level', label: 'Level', kind: 'choice', options: [{ value: '', text: 'Not stated' }, ...levels] },
  { key: 'places', label: 'Places', kind: 'number' },
  {
    key: 'state',
    label: 'State',
    kind: 'choice',
    required: true,
    options: Object.entries(states).map(([value, text]) => ({ value, text })),
  },
]

export const NEW_NEED = { level: 'core', state: 'current' }
export const NEW_OFFER = { state: 'not-known' }
