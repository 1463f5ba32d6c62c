import { describe, expect, it } from 'vitest'
import { smallLibrary } from '../facts/testing/library.ts'
import { programmeWith } from '../facts/testing/state.ts'
import { requirementLinks } from './requirement-links.ts'

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

function linksWith(
  tasks: { id: string; serves?: string[] }[],
  rows: Parameters<typeof smallLibrary>[0] = [],
  frameworks?: string[],
) {
  const state = programmeWith({ task: tasks })
  if (frameworks) state.programme.frameworks = frameworks
  return requirementLinks(state, smallLibrary(rows))
}

describe('tasksOf', () => {
  it('finds tasks that serve the requirement or one below it, each once', () => {
    const links = linksWith([
      { id: 't.measure', serves: ['amb.1.1.2'] },
      { id: 't.both', serves: ['amb.1.1', 'amb.1'] },
      { id: 't.other', serves: ['amb.1.2'] },
    ])
    expect(ids(links.tasksOf('amb.1'))).toEqual(['t.measure', 't.both', 't.other'])
    expect(ids(links.tasksOf('amb.1.1'))).toEqual(['t.measure', 't.both'])
    expect(ids(links.tasksOf('amb.1.1.2'))).toEqual(['t.measure'])
    expect(ids(links.tasksOf('duty.care'))).toEqual([])
  })

  it('finds tasks that a crosswalk row names together with it', () => {
    const links = linksWith([{ id: 't' }], [{ requirements: ['duty.care'], tasks: ['t', 't.gone'] }])
    expect(ids(links.tasksOf('duty.care'))).toEqual(['t'])
  })

  it('leaves out rows of another programme', () => {
    const links = linksWith(
      [{ id: 't' }],
      [{ programme: 'another', requirements: ['duty.care'], tasks: ['t'] }],
    )
    expect(links.tasksOf('duty.care')).toEqual([])
  })

  it('counts work for a local requirement under the national one it answers to', () => {
    const tasks = [{ id: 't', serves: ['local.1.do'] }]
    expect(ids(linksWith(tasks, [], ['ambitions', 'local']).tasksOf('amb.1'))).toEqual(['t'])
    expect(ids(linksWith(tasks, [], ['ambitions']).tasksOf('amb.1'))).toEqual([])
  })
})

describe('inheritedTasksOf', () => {
  it('finds tasks of the block and ambition that do not name the measure itself', () => {
    const links = linksWith([
      { id: 't.ambition', serves: ['amb.1'] },
      { id: 't.block', serves: ['amb.1.1'] },
      { id: 't.own', serves: ['amb.1.1.2', 'amb.1'] },
      { id: 't.sibling', serves: ['amb.1.1.1'] },
    ])
    expect(ids(links.inheritedTasksOf('amb.1.1.2'))).toEqual(['t.ambition', 't.block'])
  })

  it('takes a row that names an ambition and one of its measures to speak of the measure', () => {
    const links = linksWith([{ id: 't' }], [{ requirements: ['amb.1', 'amb.1.1.2'], tasks: ['t'] }])
    expect(ids(links.tasksOf('amb.1.1.2'))).toEqual(['t'])
    expect(ids(links.tasksOf('amb.1'))).toEqual(['t'])
    expect(links.inheritedTasksOf('amb.1.2.1')).toEqual([])
  })
})

describe('measuresOf', () => {
  it('gives the scored measures below a requirement, without headings', () => {
    expect(ids(linksWith([]).measuresOf('amb.1.1'))).toEqual(['amb.1.1.1', 'amb.1.1.2'])
  })

  it('gives the measures below what a row names together with a duty', () => {
    const whole = linksWith([], [{ requirements: ['duty.care', 'amb.1'] }])
    expect(ids(whole.measuresOf('duty.care'))).toEqual(['amb.1.1.1', 'amb.1.1.2', 'amb.1.2.1'])
    const one = linksWith([], [{ requirements: ['duty.care', 'amb.1', 'amb.1.1.2'] }])
    expect(ids(one.measuresOf('duty.care'))).toEqual(['amb.1.1.2'])
    expect(one.measuresOf('duty.parts')).toEqual([])
  })
})

describe('linkedRequirements', () => {
  it('gives what a row of the crosswalk names beside it, from other frameworks only', () => {
    const links = linksWith([], [{ requirements: ['duty.care', 'duty.parts', 'amb.1', 'amb.1.1.2'] }])
    expect(ids(links.linkedRequirements('duty.care'))).toEqual(['amb.1', 'amb.1.1.2'])
    expect(ids(links.linkedRequirements('amb.1'))).toEqual(['duty.parts', 'duty.care'])
  })

  it('ties a local requirement and its national counterpart both ways', () => {
    const links = linksWith([], [], ['ambitions', 'local'])
    expect(ids(links.linkedRequirements('local.1'))).toEqual(['amb.1'])
    expect(ids(links.linkedRequirements('amb.1'))).toEqual(['local.1'])
  })

  it('knows nothing of a requirement that does not apply', () => {
    expect(linksWith([]).linkedRequirements('local.1')).toEqual([])
  })
})

it('gives workstreams named for a requirement, and requirements of a task from both sides', () => {
  const task = { id: 't', serves: ['amb.1', 'not.in.this.programme'] }
  const links = linksWith(
    [task],
    [{ requirements: ['duty.care', 'amb.1.1.2'], tasks: ['t'], workstreams: ['ws'] }],
  )
  expect(links.workstreamsOf('amb.1.1')).toEqual(['ws'])
  expect(links.workstreamsOf('amb.1.2')).toEqual([])
  expect(links.requirementsOfTask(task)).toEqual(['amb.1', 'duty.care', 'amb.1.1.2'])
})

it('finds the workstream that carries a part of the strategy which a crosswalk row names', () => {
  const state = programmeWith({ 'strategy-item': [{ id: 'area', workstream: 'ws' }, { id: 'vision' }] })
  const rows = [{ requirements: ['amb.1.1.2'], records: ['area', 'vision', 'gone'] }]
  const links = requirementLinks(state, smallLibrary(rows))
  expect(links.workstreamsOf('amb.1.1.2')).toEqual(['ws'])
  expect(links.workstreamsOf('amb.1.2')).toEqual([])
})
