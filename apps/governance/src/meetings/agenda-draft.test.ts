import { describe, expect, it } from 'vitest'
import {
  agendaInWords,
  agendaOfRows,
  moveRow,
  rowsOfAgenda,
  rowsOver,
  withSavedIds,
  type AgendaRow,
} from './agenda-draft.ts'

const report = { kind: 'report', id: 'bnssg.report.1', title: 'Report' }
const agenda = [
  { id: 'item-1', title: 'Report', about: report, minutes: 'Received.' },
  { id: 'item-2', title: 'Money', about: null, minutes: null },
]
const added: AgendaRow = { key: 'new-1', id: null, title: ' New ', about: null, minutes: ' ' }

describe('an agenda while it is written', () => {
  it('is sent with the ids of items that were there, and without empty rows', () => {
    const empty = { ...added, key: 'new-2', title: '' }
    expect(agendaOfRows([...rowsOfAgenda(agenda), added, empty])).toEqual([
      {
        id: 'item-1',
        title: 'Report',
        about: { kind: 'report', id: 'bnssg.report.1' },
        minutes: 'Received.',
      },
      { id: 'item-2', title: 'Money', about: null, minutes: null },
      { title: 'New', about: null, minutes: null },
    ])
  })

  it('goes on with new items under the ids that they were saved under', () => {
    const empty = { ...added, key: 'new-2', title: '' }
    const sent = [...rowsOfAgenda(agenda), empty, added]
    const saved = rowsOfAgenda([...agenda, { id: 'item-3', title: 'New', about: null, minutes: null }])
    const since = [{ ...added, minutes: 'Said.' }, ...rowsOfAgenda(agenda), { ...added, key: 'new-9' }]
    expect(withSavedIds(since, { sent, saved }).map(({ id }) => id)).toEqual([
      'item-3',
      'item-1',
      'item-2',
      null,
    ])
  })

  it('lets an item change places, but not leave the list', () => {
    const rows = rowsOfAgenda(agenda)
    expect(moveRow(rows, 0, 1).map(({ id }) => id)).toEqual(['item-2', 'item-1'])
    expect(moveRow(rows, 0, -1)).toEqual(rows)
    expect(moveRow(rows, 1, 1)).toEqual(rows)
  })

  it('reads as text', () => {
    expect(agendaInWords(rowsOfAgenda(agenda))).toBe('1. Report\nReceived.\n2. Money')
    expect(agendaInWords([])).toBe('Nothing on the agenda')
  })

  it('keeps my items when somebody else took them away', () => {
    const [first] = agenda
    expect(rowsOver(rowsOfAgenda(agenda), first ? [first] : []).map(({ id }) => id)).toEqual(['item-1', null])
  })
})
