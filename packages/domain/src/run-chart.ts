/*
 * XmR charts (individual values and their moving range) as NHS England's Making Data Count programme draws them: which
 * changes of a measure are more than its ordinary variation. The rules and the factor are those of the programme's own
 * tools, as NHS-R's package NHSRplotthedots implements them: https://nhsrplotthedots.nhsrcommunity.com
 */

import { firstDayOf, type PartialDate } from './dates.ts'

/** A mean and limits need this many readings, after which both stay fixed (NHSRplotthedots, 'Number of points required'). */
export const READINGS_FOR_LIMITS = 12

/** This many readings in a row on one side of the mean, or each above (or below) the one before, are no accident. */
export const READINGS_IN_A_RUN = 7

/** Mean moving range to three standard deviations: 3 / 1.128, where 1.128 is d2 for two values (Shewhart). */
const LIMIT_FACTOR = 2.66

/** Differences of this share of the values are rounding in binary and not a change. */
const ROUNDING = 1e-9

/** What a measure varies between when nothing has changed; the outer thirds begin at `nearUpper` and `nearLower`. */
export interface RunLimits {
  mean: number
  upper: number
  lower: number
  nearUpper: number
  nearLower: number
}

/** `outside`: beyond a limit. `shift`, `trend`: 7 in a row. `near-limit`: 2 of 3 in the outer third of one side. */
export type RunRule = 'outside' | 'shift' | 'trend' | 'near-limit'

/** A change that is more than noise; `from` and `to` are places in the series, both included. */
export interface RunSignal {
  rule: RunRule
  side: 'high' | 'low'
  from: number
  to: number
}

/** `limits` is null, and nothing is signalled, where there are too few readings to tell. */
export interface RunChart {
  limits: RunLimits | null
  signals: RunSignal[]
}

/**
 * The run chart of values in the order of time. Mean and limits come from the first 12 and judge all of them, so that what
 * was once said to be a change stays one.
 */
export function runChart(values: readonly number[]): RunChart {
  if (values.length < READINGS_FOR_LIMITS) return { limits: null, signals: [] }
  const limits = runLimits(values.slice(0, READINGS_FOR_LIMITS))
  return { limits, signals: signalsIn(values, limits) }
}

/**
 * The first and last place of each stretch with limits of its own: all of them, or those before and those since limits are
 * drawn anew. None without readings.
 */
export function chartStretches(
  periods: readonly PartialDate[],
  limitsFrom: PartialDate | undefined,
): [from: number, to: number][] {
  if (periods.length === 0) return []
  const last = periods.length - 1
  const cut =
    limitsFrom === undefined
      ? -1
      : periods.findIndex((period) => firstDayOf(period) >= firstDayOf(limitsFrom))
  return cut <= 0
    ? [[0, last]]
    : [
        [0, cut - 1],
        [cut, last],
      ]
}

/** The mean of the values, and limits at 2.66 mean moving ranges on each side of it. Two values at least. */
export function runLimits(values: readonly number[]): RunLimits {
  const mean = meanOf(values)
  const reach =
    LIMIT_FACTOR * meanOf(values.slice(1).map((value, index) => Math.abs(value - at(values, index))))
  return {
    mean,
    upper: mean + reach,
    lower: mean - reach,
    nearUpper: mean + (2 / 3) * reach,
    nearLower: mean - (2 / 3) * reach,
  }
}

/** Whether a target can be counted on: every reading, none, or by chance one and not the other, while nothing changes. */
export function targetWithin(
  { upper, lower }: RunLimits,
  target: number,
  direction: 'increase' | 'decrease',
): 'always-met' | 'never-met' | 'by-chance' {
  if (target > upper) return direction === 'increase' ? 'never-met' : 'always-met'
  if (target < lower) return direction === 'increase' ? 'always-met' : 'never-met'
  return 'by-chance'
}

function signalsIn(values: readonly number[], limits: RunLimits): RunSignal[] {
  const sides = values.map((value) => compared(value, limits.mean))
  const steps = values.slice(1).map((value, index) => compared(value, at(values, index)))
  const signals = [
    ...outside(values, limits),
    ...runsOf(sides, READINGS_IN_A_RUN).map((run) => ({ rule: 'shift' as const, ...run })),
    ...runsOf(steps, READINGS_IN_A_RUN - 1).map(({ side, from, to }) => ({
      rule: 'trend' as const,
      side,
      from,
      to: to + 1,
    })),
    ...nearLimit(values, limits, sides),
  ]
  return signals.toSorted((one, other) => one.from - other.from || one.to - other.to)
}

function outside(values: readonly number[], { upper, lower }: RunLimits): RunSignal[] {
  return values.flatMap((value, index): RunSignal[] => {
    if (compared(value, upper) > 0) return [{ rule: 'outside', side: 'high', from: index, to: index }]
    return compared(value, lower) < 0 ? [{ rule: 'outside', side: 'low', from: index, to: index }] : []
  })
}

/** The longest stretches of the same sign, from `length` on; a value on the mean belongs to no side and ends a stretch. */
function runsOf(signs: readonly number[], length: number): Omit<RunSignal, 'rule'>[] {
  const runs: Omit<RunSignal, 'rule'>[] = []
  let from = 0
  for (let index = 1; index <= signs.length; index += 1) {
    if (index < signs.length && signs[index] === signs[from]) continue
    const sign = at(signs, from)
    if (sign !== 0 && index - from >= length)
      runs.push({ side: sign > 0 ? 'high' : 'low', from, to: index - 1 })
    from = index
  }
  return runs
}

/** Three in a row on one side of the mean of which two stand in its outer third. Neighbours that overlap are one. */
function nearLimit(values: readonly number[], limits: RunLimits, sides: readonly number[]): RunSignal[] {
  const near = values.map((value) => {
    if (compared(value, limits.nearUpper) > 0 && compared(value, limits.upper) <= 0) return 1
    return compared(value, limits.nearLower) < 0 && compared(value, limits.lower) >= 0 ? -1 : 0
  })
  const found: RunSignal[] = []
  for (let from = 0; from + 2 < values.length; from += 1) {
    const side = at(sides, from)
    const three = [from, from + 1, from + 2]
    if (side === 0 || three.some((index) => sides[index] !== side)) continue
    if (three.filter((index) => near[index] === side).length < 2) continue
    const last = found.at(-1)
    if (last && last.to >= from) last.to = from + 2
    else found.push({ rule: 'near-limit', side: side > 0 ? 'high' : 'low', from, to: from + 2 })
  }
  return found
}

/** 1 above, -1 below, 0 where the two differ by no more than rounding. */
function compared(value: number, other: number): number {
  const difference = value - other
  return Math.abs(difference) <= ROUNDING * Math.max(Math.abs(value), Math.abs(other))
    ? 0
    : Math.sign(difference)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function at(values: readonly number[], index: number): number {
  const value = values[index]
  if (value === undefined) throw new RangeError(`There is no value ${index} among ${values.length}`)
  return value
}
