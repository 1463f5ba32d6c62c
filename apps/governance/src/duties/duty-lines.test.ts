import { flagSummary } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { dutyInHand, dutyRow } from '../testing/example-views.ts'
import { filterDutyLines } from './duty-filter.ts'
import { dutyLines } from './duty-lines.ts'

describe('dutyLines', () => {
  it('sets parts under the requirement they belong to, as deep as they go', () => {
    const rows = [
      dutyRow({ requirement: { id: 'whole' } }),
      dutyRow({ requirement: { id: 'part' }, parent: 'whole' }),
      dutyRow({ requirement: { id: 'detail' }, parent: 'part' }),
      dutyRow({ requirement: { id: 'elsewhere' }, parent: 'not.on.the.map' }),
    ]
    expect(dutyLines(rows, 'everyone').map(({ row, depth }) => [row.requirement.id, depth])).toEqual([
      ['whole', 0],
      ['part', 1],
      ['detail', 2],
      ['elsewhere', 0],
    ])
  })

  it('leaves out through a lens what asks nothing for these people', () => {
    const rows = [
      dutyRow({ requirement: { id: 'all' }, audience: ['all'] }),
      dutyRow({ requirement: { id: 'adult' }, audience: ['adult'] }),
      dutyRow({ requirement: { id: 'staff' }, audience: ['workforce'] }),
    ]
    const seen = (lens: Parameters<typeof dutyLines>[1]) =>
      dutyLines(rows, lens).map(({ row }) => row.requirement.id)
    expect(seen('everyone')).toEqual(['all', 'adult', 'staff'])
    expect(seen('children')).toEqual(['all'])
    expect(seen('adult')).toEqual(['all', 'adult'])
    expect(seen('workforce')).toEqual(['staff'])
  })

  it('calls a line blank when no task, score, statement or coverage requirement stands behind it', () => {
    const measures = { ids: ['m'], answered: 0, total: 1, level3AndAbove: 0 }
    const blank = (row: ReturnType<typeof dutyRow>) => dutyLines([row], 'everyone')[0]?.blank
    expect(blank(dutyRow({ measures }))).toBe(true)
    expect(blank(dutyRow({ measures: { ...measures, answered: 1 } }))).toBe(false)
    expect(blank(dutyRow({ coverage: [{ id: 'c', title: 'Advice line' }] }))).toBe(false)
    expect(blank(dutyInHand('Information'))).toBe(false)
  })
})

describe('filterDutyLines', () => {
  const high = dutyRow({
    ...dutyInHand('High'),
    flags: [flagSummary()],
    worstSeverity: 'high',
  })
  const lines = dutyLines(
    [high, dutyInHand('Calm'), dutyRow({ requirement: { title: 'Blank' } })],
    'everyone',
  )
  const shown = (show: Parameters<typeof filterDutyLines>[1]) =>
    filterDutyLines(lines, show).map(({ row }) => row.requirement.title)

  it('shows what was asked for', () => {
    expect(shown('all')).toEqual(['High', 'Calm', 'Blank'])
    expect(shown('at-risk')).toEqual(['High', 'Blank'])
    expect(shown('high')).toEqual(['High'])
    expect(shown('no-live-work')).toEqual(['Blank'])
    expect(shown('blank')).toEqual(['Blank'])
  })
})
