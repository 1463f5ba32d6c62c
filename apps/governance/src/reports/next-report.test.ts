import { describe, expect, it } from 'vitest'
import { reportSummary } from '../testing/example-report.ts'
import { group } from '../testing/example-views.ts'
import { groupsToDraftFor, nextReport } from './next-report.ts'

const AS_AT = '2023-03-13'
const third = { from: '2022-10-01', to: '2022-12-31' }
const issued = reportSummary({ id: 'issued', status: 'issued', number: 1, period: third })

describe('nextReport', () => {
  it('is the open draft whose period ends first', () => {
    const later = reportSummary({ id: 'later' })
    const sooner = reportSummary({ id: 'sooner', period: third })
    expect(nextReport([later, sooner, issued], AS_AT)).toMatchObject({
      kind: 'draft',
      report: { id: 'sooner' },
    })
  })

  it('is to be begun when the quarter was not reported, beside the last one issued', () => {
    expect(nextReport([issued], AS_AT)).toMatchObject({
      kind: 'to-begin',
      period: { from: '2023-01-01', to: '2023-03-31' },
      lastIssued: { id: 'issued' },
    })
    expect(nextReport([], AS_AT)).toMatchObject({ kind: 'to-begin', lastIssued: null })
  })

  it('is the issued one when the quarter was reported; a superseded one does not count', () => {
    const current = reportSummary({ id: 'current', status: 'issued' })
    expect(nextReport([current, issued], AS_AT)).toMatchObject({
      kind: 'up-to-date',
      report: { id: 'current' },
    })
    expect(nextReport([{ ...current, status: 'superseded' }], AS_AT).kind).toBe('to-begin')
  })
})

describe('groupsToDraftFor', () => {
  it('keeps the groups one may draft for, by name', () => {
    const groups = [group('Zeal', { mayDraft: true }), group('Other'), group('Board', { mayDraft: true })]
    expect(groupsToDraftFor(groups).map(({ name }) => name)).toEqual(['Board', 'Zeal'])
  })
})
