import type { SubjectFacts } from './declaration.ts'

/** What is known of one outcome measure. */
export const metricFacts = {
  kind: { label: 'Kind of metric', type: 'text', description: 'indicator, survey or feedback.' },
  missing: {
    label: 'What it lacks',
    type: 'list',
    description:
      'Of baseline, target and frequency: those that are missing. Feedback is words and needs neither baseline nor target.',
  },
  missingCount: {
    label: 'How much it lacks',
    type: 'number',
    unit: 'thing',
    description: 'How many of baseline, target and frequency are missing.',
  },
  hasFrequency: {
    label: 'How often it is read is stated',
    type: 'yes-no',
    description: 'A frequency is given; one that is to be confirmed is none.',
  },
  isBlocked: {
    label: 'Something has to exist first',
    type: 'yes-no',
    description: 'The papers say that it cannot be read until something exists, such as a shared record.',
  },
  blockedBy: { label: 'What has to exist first', type: 'text', description: 'What blocks the metric.' },
  readings: {
    label: 'Readings',
    type: 'number',
    unit: 'reading',
    description: 'Values of the metric on record.',
  },
  daysSinceReading: {
    label: 'Days since the last reading',
    type: 'number',
    unit: 'day',
    description: 'From the end of the latest period read; not known when there is none with a period.',
  },
  directionStated: {
    label: 'The wanted direction is stated',
    type: 'yes-no',
    description: 'Whether it is said that the value should rise, fall or stay.',
  },
  narrowerThanOutcome: {
    label: 'It measures less than the outcome says',
    type: 'yes-no',
    description: 'The metric covers only a part of the outcome that it stands for.',
  },
  definitionOpen: {
    label: 'Its definition is open',
    type: 'yes-no',
    description: 'The papers say that the measure itself, and not only its frequency, has yet to be settled.',
  },
  daysReadingOverdue: {
    label: 'Days a reading is overdue',
    type: 'number',
    unit: 'day',
    description:
      'A reading is due a month after the end of the period that follows the last one read; 0 before that; not known without a frequency or a reading.',
  },
  latestValue: {
    label: 'Latest value',
    type: 'number',
    description: 'The value of the latest reading with a period.',
  },
  earlierValue: {
    label: 'Value before it',
    type: 'number',
    description:
      'The value of the reading before it in the same unit and place, or else the baseline; not known when there is neither. With 12 readings or more, the mean of the first 12, or where a trend began.',
  },
  movedWrongWayBy: {
    label: 'How far it moved the wrong way',
    type: 'number',
    description:
      'From the value before to the latest, against the wanted direction; 0 when it moved as wanted or stayed, and, with 12 readings or more, when it moved no more than its ordinary variation; not known without a direction up or down.',
  },
} as const satisfies SubjectFacts
