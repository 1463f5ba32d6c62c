import { DutyRow } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { dutyRows } from './duty-map.ts'
import { exampleProgramme, flagOf, flagsById } from './loaded-programme.fixture.ts'

const library = loadLibrary()
const bnssg = exampleProgramme('bnssg')
const rows = dutyRows(bnssg, library)

function rowOf(id: string, from: DutyRow[] = rows): DutyRow {
  const row = from.find(({ requirement }) => requirement.id === id)
  if (!row) throw new Error(`There is no row for ${id}`)
  return row
}

describe('dutyRows', () => {
  it('lists duties as the guidance does, then foundations, then building blocks', () => {
    const kinds = rows.map(({ requirement }) => requirement.kind)
    expect([...new Set(kinds)]).toEqual(['duty', 'foundation', 'building-block'])
    expect(kinds.filter((kind) => kind === 'duty')).toHaveLength(17)
    expect(kinds.filter((kind) => kind === 'foundation')).toHaveLength(8)
    expect(kinds.filter((kind) => kind === 'building-block')).toHaveLength(34)
    expect(rows[0]?.requirement.number).toBe('s3(1)(h)')
    for (const row of rows) expect(DutyRow.safeParse(row).error).toBeUndefined()
  })

  it('puts sub-requirements right under their duty', () => {
    const ids = rows.map(({ requirement }) => requirement.id)
    const start = ids.indexOf('duty.action.specify')
    expect(ids.slice(start, start + 5)).toEqual([
      'duty.action.specify',
      'duty.action.specify.specialist-access',
      'duty.action.specify.equipment',
      'duty.action.specify.spiritual-care',
      'duty.action.specify.information',
    ])
  })

  it('leaves definitions out: they have nothing to meet', () => {
    expect(rows.filter(({ requirement }) => requirement.id.startsWith('duty.definition'))).toEqual([])
  })

  it('shows what stands behind a duty and when it last moved', () => {
    expect(rowOf('duty.consider.workforce')).toMatchObject({
      tasks: [{ id: 'bnssg.task.training', status: 'in-progress', audience: ['workforce'] }],
      liveTasks: 1,
      lastMovement: '2023-03-13',
    })
    expect(rowOf('duty.action.specify.equipment')).toMatchObject({
      tasks: [],
      liveTasks: 0,
      lastMovement: null,
      position: { id: 'bnssg.duty-progress.equipment', gapState: 'not-yet-known' },
    })
  })

  it('counts a finished task as no live work', () => {
    const state = structuredClone(bnssg.state)
    for (const task of state.records.task) if (task.id === 'bnssg.task.training') task.status = 'done'
    const row = rowOf('duty.consider.workforce', dutyRows({ ...bnssg, state }, library))
    expect(row.tasks).toHaveLength(1)
    expect(row.liveTasks).toBe(0)
  })

  it('counts the measures of a block, blanks apart', () => {
    expect(rowOf('ambitions.1.1').measures).toEqual({
      ids: ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '1.1.6', '1.1.7'].map((n) => `ambitions.${n}`),
      answered: 5,
      total: 7,
      level3AndAbove: 4,
    })
  })

  it('keeps every row for children and shows what is blank for them', () => {
    const forChildren = dutyRows(bnssg, library, 'children')
    expect(forChildren).toHaveLength(rows.length)
    expect(rowOf('ambitions.1.1', forChildren).measures).toEqual({
      ids: ['ambitions.1.1.1', 'ambitions.1.1.3'],
      answered: 0,
      total: 2,
      level3AndAbove: 0,
    })
    expect(rowOf('duty.action.specify.information', forChildren)).toMatchObject({ tasks: [], liveTasks: 0 })
    expect(rowOf('duty.action.service-spec', forChildren).position).toBeNull()
  })

  it('counts a task for children when it serves a requirement that names them alone', () => {
    const state = structuredClone(bnssg.state)
    for (const task of state.records.task)
      if (task.id === 'bnssg.task.online-resources') task.serves = ['ambitions.1.1.3']
    const row = rowOf('ambitions.1.1', dutyRows({ ...bnssg, state }, library, 'children'))
    expect(row.tasks.map(({ id }) => id)).toEqual(['bnssg.task.online-resources'])
    expect(rowOf('duty.action.service-spec').tasks).not.toEqual([])
    const forAllAges = rowOf('duty.action.service-spec', dutyRows(bnssg, library, 'children'))
    expect(forAllAges.audience).toEqual(['adult', 'children'])
    expect(forAllAges.tasks).toEqual([])
  })

  it('names the open flags that count under a row, worst first', () => {
    const measure = { kind: 'measure', id: 'ambitions.1.1.3', title: '1.1.3' } as const
    const flags = flagsById(
      flagOf('silent', 'bnssg.task.training', { requirements: ['duty.consider.workforce'] }),
      flagOf('alone', 'duty.consider.workforce', { severity: 'high' }),
      flagOf('old', 'duty.consider.workforce', { status: 'cleared' }),
      flagOf('unanswered', 'ambitions.1.1.3', { subject: measure, audience: ['children'] }),
    )
    const flagged = dutyRows({ ...bnssg, flags }, library)
    const workforce = rowOf('duty.consider.workforce', flagged)
    expect(workforce.flags.map(({ rule }) => rule)).toEqual(['alone', 'silent'])
    expect(workforce.worstSeverity).toBe('high')
    expect(rowOf('ambitions.1.1', flagged).flags.map(({ rule }) => rule)).toEqual(['unanswered'])
    expect(rowOf('ambitions.1.2', flagged).worstSeverity).toBeNull()
    const forAdults = dutyRows({ ...bnssg, flags }, library, 'adult')
    expect(rowOf('ambitions.1.1', forAdults).flags).toEqual([])
  })
})
