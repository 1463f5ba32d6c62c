import {
  type ChartSignal,
  figureInWords,
  formatPartialDate,
  type Metric,
  type PartialDate,
  READINGS_FOR_LIMITS,
  type RunLimits,
  type RunSignal,
  targetWithin,
} from '@workplan/domain'

/** A value of a series with the time it is for. */
export interface Point {
  id: string
  period: PartialDate
  value: number
}

/** What a signal means for the wanted direction; a value that should stay gets worse whichever way it goes. */
export function meaningOf(side: RunSignal['side'], direction: Metric['direction']): ChartSignal['kind'] {
  if (direction === null) return 'changed'
  if (direction === 'maintain') return 'worse'
  return (side === 'high') === (direction === 'increase') ? 'better' : 'worse'
}

/** A signal in a sentence that can be checked by eye: which readings, how they lie, against what. */
export function signalInWords(
  { rule, side, from, to }: RunSignal,
  points: readonly Point[],
  limits: RunLimits,
  unit: string,
): string {
  const span = spanInWords(points, from, to)
  const figure = (value: number) => figureInWords(value, unit)
  const count = to - from + 1
  switch (rule) {
    case 'outside':
      return side === 'high'
        ? `${span}: ${figure(points[from]?.value ?? 0)} is above the upper limit of ${figure(limits.upper)}`
        : `${span}: ${figure(points[from]?.value ?? 0)} is below the lower limit of ${figure(limits.lower)}`
    case 'shift':
      return `${span}: ${count} readings in a row are ${side === 'high' ? 'above' : 'below'} the mean of ${figure(limits.mean)}`
    case 'trend':
      return `${span}: ${count} readings in a row, each ${side === 'high' ? 'higher' : 'lower'} than the one before`
    case 'near-limit':
      return `${span}: at least 2 of 3 readings in a row are close to the ${side === 'high' ? 'upper' : 'lower'} limit of ${figure(side === 'high' ? limits.upper : limits.lower)}`
  }
}

/** `March 2023`, or `March 2023 to May 2023`. */
export function spanInWords(points: readonly Point[], from: number, to: number): string {
  const [first, last] = [points[from], points[to]].map((point) =>
    point === undefined ? '' : formatPartialDate(point.period),
  ) as [string, string]
  return from === to ? first : `${first} to ${last}`
}

/** What limits rest on, or how many readings are still needed for them. */
export function basisInWords(points: readonly Point[], from: number, to: number): string {
  const count = to - from + 1
  return count < READINGS_FOR_LIMITS
    ? `${count} of the ${READINGS_FOR_LIMITS} readings that limits need`
    : `the first ${READINGS_FOR_LIMITS} readings, ${spanInWords(points, from, from + READINGS_FOR_LIMITS - 1)}`
}

/** Whether the target can be counted on; null without a target, a direction up or down, or limits. */
export function targetInWords(
  { target, direction }: Pick<Metric, 'target' | 'direction'>,
  limits: RunLimits | null,
  unit: string,
): string | null {
  if (target === null || limits === null || (direction !== 'increase' && direction !== 'decrease'))
    return null
  const aim = `the target of ${figureInWords(target, unit)}`
  switch (targetWithin(limits, target, direction)) {
    case 'always-met':
      return `While nothing changes, every reading can be expected to meet ${aim}.`
    case 'never-met':
      return `While nothing changes, no reading can be expected to meet ${aim}: something has to be done differently.`
    case 'by-chance':
      return `While nothing changes, readings meet ${aim} by chance, one time and not another.`
  }
}
