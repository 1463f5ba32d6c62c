import {
  figureInWords,
  formatPartialDate,
  type ChartVerdict,
  type Metric,
  type MetricTrouble,
  type Reading,
} from '@workplan/domain'
import type { TagColour } from '@workplan/ui'

export const directionWords: Record<NonNullable<Metric['direction']>, string> = {
  increase: 'Should rise',
  decrease: 'Should fall',
  maintain: 'Should stay as it is',
}

export const frequencyWords: Record<NonNullable<Metric['frequency']>, string> = {
  monthly: 'Every month',
  quarterly: 'Every quarter',
  'twice-yearly': 'Twice a year',
  annual: 'Every year',
  other: 'At other times',
}

export const kindOfMetricWords: Record<Metric['kind'], string> = {
  indicator: 'Indicator',
  survey: 'Survey',
  feedback: 'Feedback',
}

export const troubleWords: Record<MetricTrouble['kind'], string> = {
  late: 'Late',
  blocked: 'Blocked',
  'never-read': 'Never read',
}

export const troubleColours: Record<MetricTrouble['kind'], TagColour> = {
  late: 'red',
  blocked: 'orange',
  'never-read': 'yellow',
}

export const verdictWords: Record<ChartVerdict, string> = {
  'too-few': 'Too few readings to tell',
  noise: 'No change beyond noise',
  better: 'Better, beyond noise',
  worse: 'Worse, beyond noise',
  changed: 'Changed, beyond noise',
}

export const verdictColours: Record<ChartVerdict, TagColour> = {
  'too-few': 'white',
  noise: 'grey',
  better: 'green',
  worse: 'red',
  changed: 'purple',
}

export const standingWords: Record<NonNullable<Reading['standing']>, string> = {
  better: 'Better than',
  same: 'The same as',
  worse: 'Worse than',
}

/** `Should fall`, or that nobody said. */
export function directionInWords({ direction }: Pick<Metric, 'direction'>): string {
  return direction === null ? 'Not stated' : directionWords[direction]
}

/** How often it is read; the programme's own words where they leave it open. */
export function frequencyInWords({
  frequency,
  frequencyAsStated,
}: Pick<Metric, 'frequency' | 'frequencyAsStated'>): string {
  if (frequency === null) return frequencyAsStated ?? 'Not stated'
  return frequencyAsStated === null
    ? frequencyWords[frequency]
    : `${frequencyWords[frequency]} (${frequencyAsStated})`
}

/** A baseline or target with its unit. */
export function aimInWords(value: number | null, unit: string | null): string {
  return value === null ? 'Not stated' : figureInWords(value, unit)
}

/** The time a reading is for. */
export function periodInWords({ period }: Pick<Reading, 'period'>): string {
  return period === null ? 'Period not given' : formatPartialDate(period)
}

/** What a reading is compared with, and how it stands if somebody said so. */
export function comparedInWords({ comparator, standing }: Pick<Reading, 'comparator' | 'standing'>): string {
  if (comparator === null) return 'Not compared'
  return standing === null
    ? `${comparator} (better or worse is not said)`
    : `${standingWords[standing]} ${comparator}`
}

/** A metric that says less than the outcome it stands for. */
export const NARROWER = 'Measures less than the outcome says'
