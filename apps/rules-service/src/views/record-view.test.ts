import { recordKinds, RecordView } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import type { LoadedProgramme } from '../store/programme.ts'
import type { JournalRow } from '../store/store.ts'
import { exampleProgramme, flagOf, flagsById } from './loaded-programme.fixture.ts'
import { indexRecords } from './record-index.ts'
import { recordView } from './record-view.ts'

const library = loadLibrary()
const bnssg = exampleProgramme('bnssg')
const northamptonshire = exampleProgramme('northamptonshire')

function viewOf(id: string, programme: LoadedProgramme = bnssg, journal: JournalRow[] = []): RecordView {
  const index = indexRecords(programme, library)
  const entry = index.find(id)
  if (!entry) throw new Error(`There is no record ${id}`)
  return recordView(entry, programme, index, journal)
}

function fieldOf(view: RecordView, label: string): RecordView['fields'][number] | undefined {
  return view.fields.find((field) => field.label === label)
}

describe('recordView', () => {
  it.each([bnssg, northamptonshire])('reads every record of a whole programme in words', (programme) => {
    const index = indexRecords(programme, library)
    const ids = recordKinds.flatMap((kind) => programme.state.records[kind].map(({ id }) => id))
    for (const id of ids) {
      const view = viewOf(id, programme)
      expect(RecordView.safeParse(view).error, id).toBeUndefined()
      const text = view.fields.map(({ value }) => value ?? '').join('\n')
      expect(text, id).not.toMatch(/\[object|undefined|\bnull\b/)
      const bare = view.fields.filter(({ value }) => value !== null && index.refOf(value))
      expect(bare, `${id} shows an id instead of a title`).toEqual([])
    }
  })

  it('says dates, codes and owners as people say them', () => {
    const view = viewOf('bnssg.task.online-resources')
    expect(fieldOf(view, 'Status')?.value).toBe('Blocked')
    expect(fieldOf(view, 'Reason for the status')?.value).toBe('Decision needed')
    expect(fieldOf(view, 'Last updated')?.value).toBe('13 March 2023')
    expect(fieldOf(view, 'Funding needed')?.value).toBe('Yes')
    expect(fieldOf(view, 'Workstream')?.value).toBe('Communications, engagement and information')
  })

  it('keeps what is not stated apart from none', () => {
    const view = viewOf('bnssg.task.online-resources')
    expect(fieldOf(view, 'Owner')?.value).toBeNull()
    expect(fieldOf(view, 'Depends on')?.value).toBe('None')
    expect(fieldOf(view, 'Due')?.value).toBeNull()
  })

  it('marks what was inferred, with the note', () => {
    const view = viewOf('bnssg.task.training')
    expect(fieldOf(view, 'Status')).toMatchObject({
      basis: 'inferred',
      basisNote: 'Read from the progress text.',
    })
    expect(fieldOf(view, 'Next step')).toMatchObject({ basis: 'stated', basisNote: null })
  })

  it('names a measure by its number', () => {
    expect(viewOf('bnssg.sa.1.1.3').title).toMatch(/^Answer to 1\.1\.3 /)
  })

  it('shows the open flags that are on the record or looked at it, worst first', () => {
    const flags = flagsById(
      flagOf('late', 'bnssg.task.training', { severity: 'low' }),
      flagOf('gone', 'bnssg.task.training', { status: 'cleared' }),
      flagOf('alone', 'duty.consider.workforce', {
        severity: 'high',
        records: [{ kind: 'task', id: 'bnssg.task.training', title: 'Training' }],
      }),
      flagOf('late', 'bnssg.task.data'),
    )
    expect(viewOf('bnssg.task.training', { ...bnssg, flags }).flags.map(({ id }) => id)).toEqual([
      'alone~duty.consider.workforce',
      'late~bnssg.task.training',
    ])
  })

  it('tells the history in words, newest first', () => {
    const task = bnssg.state.records.task.find(({ id }) => id === 'bnssg.task.training')
    const row = { ...journalRow, before: task, after: { ...task, status: 'done', completedOn: '2023-03-13' } }
    const people = new Map([['person.lead', { id: 'person.lead', name: 'Workforce lead', title: 'Lead' }]])
    const added = { ...journalRow, seq: 1, actor: 'system', before: null, after: task, why: null }
    expect(viewOf('bnssg.task.training', { ...bnssg, people }, [added, row]).history).toEqual([
      {
        at: '2023-03-14T10:00:00.000Z',
        by: 'Workforce lead',
        what: 'Status: from “In progress” to “Done”. Finished on: from “not stated” to “13 March 2023”',
        why: 'Delivered early',
      },
      { at: '2023-03-14T10:00:00.000Z', by: 'Workplan', what: 'Added', why: null },
    ])
  })
})

const journalRow: JournalRow = {
  programme: 'bnssg',
  seq: 2,
  change: 2,
  at: new Date('2023-03-14T10:00:00Z'),
  asAt: '2023-03-13',
  actor: 'person.lead',
  action: 'task.updated',
  kind: 'task',
  recordId: 'bnssg.task.training',
  title: 'Training',
  before: null,
  after: null,
  why: 'Delivered early',
  cause: null,
  stored: null,
  prevHash: '',
  hash: '',
}
