import type { Metric, Reading } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** A metric of a programme; throws `not-found`. */
export function findMetric({ state }: LoadedProgramme, id: string): Metric {
  const metric = state.records.metric.find((candidate) => candidate.id === id)
  if (!metric) throw new AppError('not-found', 'There is no such metric in this programme.')
  return metric
}

/** A reading of a programme; throws `not-found`. */
export function findReading({ state }: LoadedProgramme, id: string): Reading {
  const reading = state.records.reading.find((candidate) => candidate.id === id)
  if (!reading) throw new AppError('not-found', 'There is no such reading in this programme.')
  return reading
}
