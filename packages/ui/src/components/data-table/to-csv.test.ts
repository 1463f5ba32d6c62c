import { describe, expect, it } from 'vitest'
import { toCsv } from './to-csv.ts'

const columns = [
  { key: 'title', title: 'Title' },
  { key: 'days', title: 'Days late' },
]
const cell = (title: string) => toCsv(columns.slice(0, 1), [{ title }]).split('\r\n')[1]

describe('toCsv', () => {
  it('writes a heading and a line per row, for Excel as UTF-8', () => {
    const csv = toCsv(columns, [
      { title: 'Rota – nights', days: 3 },
      { title: 'Lead', days: 0 },
    ])
    expect(csv).toBe('\uFEFF"Title","Days late"\r\n"Rota – nights",3\r\n"Lead",0\r\n')
  })

  it('leaves nothing where there is no value, which is not zero', () => {
    expect(toCsv(columns, [{ title: 'Lead', days: null }])).toContain('"Lead",\r\n')
  })

  it('keeps commas, quotation marks and line breaks inside their cell', () => {
    expect(cell('One, "two"')).toBe('"One, ""two"""')
    expect(toCsv(columns.slice(0, 1), [{ title: 'One\nTwo' }])).toContain('"One\nTwo"')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tcmd', '＝1+1', '＋1', '－1', '＠SUM(A1)', '  =1+1'])(
    'does not let a spreadsheet run %j',
    (text) => {
      expect(cell(text)).toBe(`"'${text}"`)
    },
  )

  it('does not let a spreadsheet run a cell that begins with a carriage return', () => {
    expect(toCsv(columns.slice(0, 1), [{ title: '\r=1' }])).toContain('"\'\r=1"')
  })

  it('neutralises headings too', () => {
    expect(toCsv([{ key: 'a', title: '=cmd' }], [])).toContain(`"'=cmd"`)
  })

  it('leaves negative numbers numbers', () => {
    expect(toCsv(columns, [{ title: 'Early', days: -3 }])).toContain('"Early",-3')
  })

  it('takes the value that the column gives', () => {
    const csv = toCsv(
      [{ key: 'x', title: 'Level', value: (row: { level: number }) => `Level ${row.level}` }],
      [{ level: 3 }],
    )
    expect(csv).toContain('"Level 3"')
  })
})
