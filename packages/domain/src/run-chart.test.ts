import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartStretches, READINGS_FOR_LIMITS, runChart, runLimits, targetWithin } from './run-chart.ts'

/** By hand: mean 144 / 12 = 12; moving ranges 2 each, 11 of them; limits 12 +- 2.66 * 2 = 17.32 and 6.68. */
const steady = [11, 13, 11, 13, 11, 13, 11, 13, 11, 13, 11, 13]

describe('the limits', () => {
  it('are 2.66 mean moving ranges from the mean', () => {
    const limits = runLimits(steady)
    expect(limits.mean).toBe(12)
    expect(limits.upper).toBeCloseTo(17.32, 10)
    expect(limits.lower).toBeCloseTo(6.68, 10)
    expect(limits.nearUpper).toBeCloseTo(15.546667, 6)
    expect(limits.nearLower).toBeCloseTo(8.453333, 6)
  })

  it('agree with an example whose ranges differ', () => {
    // Values 10, 12, 9, 13: mean 11; moving ranges 2, 3, 4 with mean 3; reach 7.98.
    const { mean, upper, lower } = runLimits([10, 12, 9, 13])
    expect([mean, upper, lower].map((value) => value.toFixed(2))).toEqual(['11.00', '18.98', '3.02'])
  })

  it('need twelve readings; with eleven nothing is said', () => {
    expect(runChart(steady.slice(0, 11))).toEqual({ limits: null, signals: [] })
    expect(runChart(steady).limits).not.toBeNull()
    expect(runChart([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).signals).toEqual([])
  })

  it('stay as they are when more readings come', () => {
    expect(runChart([...steady, 40, 41, 42]).limits).toEqual(runChart(steady).limits)
  })
})

describe('a change that is more than noise', () => {
  it('is none while values vary as before', () => {
    expect(runChart([...steady, 11, 13, 12, 14, 10]).signals).toEqual([])
  })

  it('is a reading outside a limit, on either side', () => {
    expect(runChart([...steady, 17.4, 12, 6.6]).signals).toEqual([
      { rule: 'outside', side: 'high', from: 12, to: 12 },
      { rule: 'outside', side: 'low', from: 14, to: 14 },
    ])
    expect(runChart([...steady, 17.3, 12, 6.7]).signals).toEqual([])
  })

  it('is a shift: seven in a row on one side of the mean, not six', () => {
    const onOneSide = [14, 13, 14, 13, 14, 13]
    // The last of the steady ones, 13, stands above the mean, too.
    expect(runChart([...steady.slice(0, 12), ...onOneSide.slice(0, 5)]).signals).toEqual([])
    expect(runChart([...steady, ...onOneSide]).signals).toEqual([
      { rule: 'shift', side: 'high', from: 11, to: 17 },
    ])
  })

  it('ends a shift at a reading on the mean', () => {
    expect(runChart([...steady, 14, 13, 14, 12, 13, 14, 13, 14]).signals).toEqual([])
  })

  it('is a trend: seven readings, each above the one before, not six', () => {
    const rising = [9.5, 10, 10.5, 11, 12, 12.5, 13]
    expect(runChart([...steady, ...rising.slice(0, 6)]).signals).toEqual([])
    expect(runChart([...steady, ...rising]).signals).toEqual([
      { rule: 'trend', side: 'high', from: 12, to: 18 },
    ])
    expect(runChart([...steady.slice(0, 11), 14, 13.8, 13.5, 13, 12.5, 11.9, 11.5, 12]).signals).toEqual([
      { rule: 'trend', side: 'low', from: 11, to: 17 },
    ])
  })

  it('is two of three in the outer third of one side, and not two on different sides', () => {
    expect(runChart([...steady, 11, 16, 13, 16, 11]).signals).toEqual([
      { rule: 'near-limit', side: 'high', from: 13, to: 15 },
    ])
    expect(runChart([...steady, 11, 16, 11, 16, 11]).signals).toEqual([])
    expect(runChart([...steady, 16, 8, 12]).signals).toEqual([])
  })

  it('takes neighbouring pairs near a limit for one', () => {
    expect(runChart([...steady, 11, 16, 13, 16, 16, 11]).signals).toEqual([
      { rule: 'near-limit', side: 'high', from: 13, to: 16 },
    ])
  })

  it('is not made of rounding: the same value for ever is no change', () => {
    expect(runChart(Array.from({ length: 30 }, () => 0.1)).signals).toEqual([])
  })

  it('is any other value where there was no variation at all', () => {
    expect(runChart([...Array.from({ length: 12 }, () => 5), 6]).signals).toEqual([
      { rule: 'outside', side: 'high', from: 12, to: 12 },
    ])
  })
})

describe('whatever the values', () => {
  const series = fc.array(fc.integer({ min: -500, max: 500 }), {
    minLength: READINGS_FOR_LIMITS,
    maxLength: 60,
  })

  it('the signals are the same for values turned upside down, on the other side', () => {
    fc.assert(
      fc.property(series, (values) => {
        const turned = runChart(values.map((value) => -value)).signals
        const other = turned.map((signal) => ({ ...signal, side: signal.side === 'high' ? 'low' : 'high' }))
        expect(other).toEqual(runChart(values).signals)
      }),
      { seed: 11 },
    )
  })

  it('a further reading takes back nothing that was said', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -500, max: 500 }), (values, next) => {
        const after = runChart([...values, next]).signals
        for (const { rule, side, from, to } of runChart(values).signals)
          expect(
            after.some(
              (signal) =>
                signal.rule === rule && signal.side === side && signal.from === from && signal.to >= to,
            ),
          ).toBe(true)
      }),
      { seed: 12 },
    )
  })
})

describe('a target against the limits', () => {
  const limits = runLimits(steady)
  it.each([
    [18, 'increase', 'never-met'],
    [18, 'decrease', 'always-met'],
    [6, 'increase', 'always-met'],
    [6, 'decrease', 'never-met'],
    [12, 'increase', 'by-chance'],
    [15, 'decrease', 'by-chance'],
  ] as const)('of %d when it should %s is %s', (target, direction, expected) => {
    expect(targetWithin(limits, target, direction)).toBe(expected)
  })
})

describe('the stretches of a chart', () => {
  const periods = ['2022-11', '2022-12', '2023-01', '2023-02']

  it('are one, or two where limits are drawn anew within it', () => {
    expect(chartStretches(periods, undefined)).toEqual([[0, 3]])
    expect(chartStretches(periods, '2023')).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(chartStretches(periods, '2022-11')).toEqual([[0, 3]])
    expect(chartStretches(periods, '2024')).toEqual([[0, 3]])
    expect(chartStretches([], '2023')).toEqual([])
  })
})
