import type { ReportFlag } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { reportCauses } from './report-causes.ts'

const flag = (id: string, severity: ReportFlag['severity'], title: string): ReportFlag => ({
  id,
  severity,
  title,
  subject: 'Something',
  message: 'Something is missing',
})

describe('reportCauses', () => {
  it('puts the worst cause first and the one with most flags before others as bad', () => {
    const causes = reportCauses([
      flag('1', 'low', 'No owner'),
      flag('2', 'high', 'No work'),
      flag('3', 'high', 'No evidence'),
      flag('4', 'high', 'No evidence'),
    ])
    expect(causes.map(({ title, flags }) => [title, flags.length])).toEqual([
      ['No evidence', 2],
      ['No work', 1],
      ['No owner', 1],
    ])
  })
})
