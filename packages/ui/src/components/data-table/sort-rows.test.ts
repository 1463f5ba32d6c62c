import { describe, expect, it } from 'vitest'
import type { Column } from './column.ts'
import { sortRows } from './sort-rows.ts'

interface Task {
  id: string
  days: number | null
}

const columns: Column<Task>[] = [
  { key: 'id', title: 'Task' },
  { key: 'days', title: 'Days late' },
  { key: 'size', title: 'Size', value: (task) => (task.days === null ? null : Math.abs(task.days)) },
]
const rows: Task[] = [
  { id: 'T10', days: -3 },
  { id: 'T2', days: null },
  { id: 't1', days: 0 },
]
const order = (key: string, direction: 'ascending' | 'descending') =>
  sortRows(columns, rows, { key, direction }).map((task) => task.id)

describe('sortRows', () => {
  it('counts numbers inside words as numbers and pays no heed to capitals', () => {
    expect(order('id', 'ascending')).toEqual(['t1', 'T2', 'T10'])
    expect(order('id', 'descending')).toEqual(['T10', 'T2', 't1'])
  })

  it('keeps rows without a value last both ways, apart from zero', () => {
    expect(order('days', 'ascending')).toEqual(['T10', 't1', 'T2'])
    expect(order('days', 'descending')).toEqual(['t1', 'T10', 'T2'])
  })

  it('sorts by what the column says the value is', () => {
    expect(order('size', 'ascending')).toEqual(['t1', 'T10', 'T2'])
  })

  it('leaves the rows as they came without an order, or with one for a column that is not there', () => {
    expect(sortRows(columns, rows, null)).toBe(rows)
    expect(order('owner', 'ascending')).toEqual(['T10', 'T2', 't1'])
  })

  it('does not disturb the rows it was given', () => {
    order('id', 'ascending')
    expect(rows.map((task) => task.id)).toEqual(['T10', 'T2', 't1'])
  })
})
