import { describe, expect, it } from 'vitest'
import { reportContent, reportItem } from '../testing/example-report.ts'
import { refreshDifference } from './refresh-difference.ts'

describe('refreshDifference', () => {
  it('counts what came and what went in each list', () => {
    const before = reportContent({ next: [reportItem({ id: 'a' })], late: [reportItem({ id: 'b' })] })
    const after = reportContent({ next: [reportItem({ id: 'c' })], late: [] })
    expect(refreshDifference(before, after)).toBe('Figures taken anew. next: 1 added, 1 gone; late: 1 gone.')
  })

  it('says so when nothing changed', () => {
    expect(refreshDifference(reportContent(), reportContent())).toContain('Nothing changed')
  })
})
