import { describe, expect, it } from 'vitest'
import { flagTrend, type FlagMove, trendSteps } from './flag-trend.ts'

const move = (flag: string, on: string, what: string, severity: FlagMove['severity'] = null): FlagMove => ({
  flag,
  on,
  action: `flag.${what}`,
  status: what === 'raised' || what === 'reopened' || what === 'changed' ? 'open' : (what as 'cleared'),
  severity,
})

describe('the steps of a trend', () => {
  it('are weeks that end on Sunday, cut to the span', () => {
    // 15 March 2023 was a Wednesday.
    expect(trendSteps({ from: '2023-03-15', to: '2023-03-28' }, 'week')).toEqual([
      { from: '2023-03-15', to: '2023-03-19' },
      { from: '2023-03-20', to: '2023-03-26' },
      { from: '2023-03-27', to: '2023-03-28' },
    ])
    expect(trendSteps({ from: '2023-03-19', to: '2023-03-19' }, 'week')).toEqual([
      { from: '2023-03-19', to: '2023-03-19' },
    ])
  })

  it('are months of the calendar, cut to the span', () => {
    expect(trendSteps({ from: '2023-12-30', to: '2024-03-01' }, 'month')).toEqual([
      { from: '2023-12-30', to: '2023-12-31' },
      { from: '2024-01-01', to: '2024-01-31' },
      { from: '2024-02-01', to: '2024-02-29' },
      { from: '2024-03-01', to: '2024-03-01' },
    ])
  })
})

describe('the trend of flags', () => {
  const steps = trendSteps({ from: '2023-03-13', to: '2023-03-26' }, 'week')

  it('counts what happened in each step and what stood at its end', () => {
    const moves = [
      move('a', '2023-03-01', 'raised', 'high'),
      move('b', '2023-03-14', 'raised', 'low'),
      move('c', '2023-03-15', 'raised', 'medium'),
      move('a', '2023-03-19', 'cleared'),
      move('b', '2023-03-20', 'accepted'),
      move('a', '2023-03-24', 'reopened', 'high'),
    ]
    expect(flagTrend(moves, steps)).toEqual([
      {
        ...{ from: '2023-03-13', to: '2023-03-19', raised: 2, reopened: 0, cleared: 1, accepted: 0 },
        ...{ open: { high: 0, medium: 1, low: 1 }, openAccepted: 0 },
      },
      {
        ...{ from: '2023-03-20', to: '2023-03-26', raised: 0, reopened: 1, cleared: 0, accepted: 1 },
        ...{ open: { high: 1, medium: 1, low: 1 }, openAccepted: 1 },
      },
    ])
  })

  it('follows a flag whose severity changes, and one that was accepted until it is open again', () => {
    const moves = [
      move('a', '2023-03-13', 'raised', 'low'),
      move('a', '2023-03-14', 'accepted'),
      move('a', '2023-03-21', 'changed', 'high'),
    ]
    const [first, second] = flagTrend(moves, steps)
    expect(first).toMatchObject({ open: { high: 0, low: 1 }, openAccepted: 1 })
    expect(second).toMatchObject({ open: { high: 1, low: 0 }, openAccepted: 0 })
  })

  it('leaves out what comes after the last step, and is empty without steps', () => {
    const later = [move('a', '2023-04-01', 'raised', 'high')]
    expect(flagTrend(later, steps).at(-1)?.open).toEqual({ high: 0, medium: 0, low: 0 })
    expect(flagTrend(later, [])).toEqual([])
  })
})
