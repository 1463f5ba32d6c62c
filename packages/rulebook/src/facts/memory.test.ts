import type { ProgrammeState, RecordKind } from '@workplan/domain'
import { expect, it } from 'vitest'
import { emptyMemory } from './memory.ts'
import { subjectsOf } from './subjects-of.ts'
import { smallLibrary } from './testing/library.ts'
import { programmeWith } from './testing/state.ts'

const LIBRARY = smallLibrary([{ requirements: ['duty.care'], records: ['area'] }])
const STATE = programmeWith({
  workstream: [{ id: 'ws' }],
  'strategy-item': [{ id: 'area', workstream: 'ws' }],
  task: [
    { id: 'waits', title: 'Waits', dependsOn: [{ task: 'other', what: 'The other' }], serves: ['duty.care'] },
    { id: 'other', title: 'Other' },
    { id: 'again', title: 'Again (second)' },
    { id: 'alone', title: 'Alone' },
  ],
  milestone: [{ id: 'm' }],
})
const ON = '2023-03-13'

/** The state with one record of it otherwise. */
function after(kind: RecordKind, id: string, parts: object): ProgrammeState {
  const list = STATE.records[kind].map((record) => (record.id === id ? { ...record, ...parts } : record))
  return { ...STATE, records: { ...STATE.records, [kind]: list } }
}

/** The ids of the subjects that are found anew after a change; all are as if nothing had been remembered. */
function foundAnew(state: ProgrammeState): string[] {
  const memory = emptyMemory()
  const before = new Set(subjectsOf(STATE, LIBRARY, ON, memory))
  const again = subjectsOf(state, LIBRARY, ON, memory)
  expect(again).toEqual(subjectsOf(state, LIBRARY, ON))
  return again.filter((subject) => !before.has(subject)).map(({ id }) => id)
}

it('nothing is found anew when nothing has changed, also in another object', () => {
  expect(foundAnew({ ...STATE, records: { ...STATE.records } })).toEqual([])
})

it('a task is found anew with those that depend on it, and others are not', () => {
  const found = foundAnew(after('task', 'other', { status: 'blocked' }))
  expect(found).toEqual(expect.arrayContaining(['other', 'waits']))
  expect(found).not.toContain('alone')
  expect(found).not.toContain('m')
  expect(found).not.toContain('duty.care')
})

it('a task is found anew with those that now say the same work', () => {
  const found = foundAnew(after('task', 'alone', { title: 'Again' }))
  expect(found).toEqual(expect.arrayContaining(['alone', 'again']))
  expect(found).not.toContain('other')
})

it('a requirement is found anew when a task that serves it changes', () => {
  expect(foundAnew(after('task', 'waits', { status: 'done' }))).toContain('duty.care')
})

it('a requirement is found anew when what carries it changes', () => {
  const found = foundAnew(after('strategy-item', 'area', { workstream: null }))
  expect(found).toContain('duty.care')
})

it('everything is found anew on another day', () => {
  const memory = emptyMemory()
  const before = new Set<unknown>(subjectsOf(STATE, LIBRARY, ON, memory))
  const later = subjectsOf(STATE, LIBRARY, '2023-03-14', memory)
  expect(later.filter((subject) => before.has(subject))).toEqual([])
})

it('a workstream is found anew when its live tasks change, and not when one of them only starts', () => {
  const carried = { workstream: 'ws', status: 'not-started' }
  const from = after('task', 'alone', carried)
  const memory = emptyMemory()
  const workstreamOf = (state: ProgrammeState) => {
    const found = subjectsOf(state, LIBRARY, ON, memory)
    expect(found).toEqual(subjectsOf(state, LIBRARY, ON))
    return found.find(({ kind }) => kind === 'workstream')
  }
  const before = workstreamOf(from)
  expect(workstreamOf(after('task', 'alone', { ...carried, status: 'in-progress' }))).toBe(before)
  const done = workstreamOf(after('task', 'alone', { ...carried, status: 'done' }))
  expect(done?.facts.liveTasks).toBe(0)
  expect(workstreamOf(after('task', 'alone', { ...carried, title: 'Renamed' }))?.records).toContainEqual(
    expect.objectContaining({ title: 'Renamed' }),
  )
})

it('a change that is taken back leaves nothing of what was tried', () => {
  const memory = emptyMemory()
  const tried = after('task', 'alone', { status: 'blocked' })
  for (const state of [tried, STATE, tried, STATE])
    expect(subjectsOf(state, LIBRARY, ON, memory)).toEqual(subjectsOf(state, LIBRARY, ON))
})
