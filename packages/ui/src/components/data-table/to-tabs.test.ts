import { expect, it } from 'vitest'
import { toTabs } from './to-tabs.ts'

const columns = [
  { key: 'title', title: 'Title' },
  { key: 'days', title: 'Days late' },
]

it('writes a heading and a line per row, a tab between cells and nothing where there is no value', () => {
  const rows = [
    { title: 'Rota\tof\nnights', days: 3 },
    { title: 'Lead', days: null },
  ]
  expect(toTabs(columns, rows)).toBe('Title\tDays late\r\nRota of nights\t3\r\nLead\t')
})

it('does not let a spreadsheet run what it is given', () => {
  expect(toTabs(columns, [{ title: '=1+1', days: -2 }])).toContain("'=1+1\t-2")
})
