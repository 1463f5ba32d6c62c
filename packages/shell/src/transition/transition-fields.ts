import type { RecordRefView, TaskView } from '@workplan/domain'
import type { RecordField } from '../record-form/record-field.ts'
import { ageWords, agreementLooks, pathwayStateWords } from './transition-words.ts'

const NOT_KNOWN = { value: '', text: 'Not known' }

/** What can be said of a pathway. */
export function pathwayFields(providers: readonly RecordRefView[]): RecordField[] {
  const options = [NOT_KNOWN, ...providers.map(({ id, title }) => ({ value: id, text: title }))]
  const { withdrawn: _withdrawn, ...states } = pathwayStateWords
  return [
    { key: 'title', label: 'Pathway', kind: 'text', required: true },
    { key: 'condition', label: 'Condition or service area', kind: 'text' },
    { key: 'sendingTeam', label: 'Team that hands over', kind: 'text' },
    { key: 'sendingProvider', label: 'Provider that hands over', kind: 'choice', options },
    { key: 'receivingTeam', label: 'Team that receives', kind: 'text' },
    { key: 'receivingProvider', label: 'Provider that receives', kind: 'choice', options },
    {
      key: 'state',
      label: 'State',
      kind: 'choice',
      required: true,
      options: Object.entries(states).map(([value, text]) => ({ value, text })),
    },
  ]
}

/** What can be said of a hand-over. */
export function handOverFields(tasks: readonly TaskView[]): RecordField[] {
  return [
    {
      key: 'title',
      label: 'What is handed over',
      hint: 'As: lead clinician, care plan',
      kind: 'text',
      required: true,
    },
    {
      key: 'age',
      label: 'When',
      kind: 'age',
      required: true,
      options: Object.entries(ageWords).map(([value, text]) => ({ value, text })),
    },
    { key: 'from', label: 'From whom', hint: 'A role or team', kind: 'text' },
    { key: 'to', label: 'To whom', hint: 'A role or team', kind: 'text' },
    {
      key: 'agreed',
      label: 'Agreed?',
      kind: 'choice',
      required: true,
      options: Object.entries(agreementLooks).map(([value, { word }]) => ({ value, text: word })),
    },
    { key: 'agreedOn', label: 'Agreed on', hint: 'As 30 April 2023, or April 2023', kind: 'date' },
    {
      key: 'task',
      label: 'Task that brings it about',
      kind: 'choice',
      options: [
        { value: '', text: 'None on record' },
        ...tasks.map(({ task }) => ({ value: task.id, text: task.title })),
      ],
    },
  ]
}
