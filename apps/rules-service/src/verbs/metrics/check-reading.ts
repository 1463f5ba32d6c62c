import { problemsWithReading, type Reading } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** Throws `invalid-input` when something stands against the reading. */
export function checkReading(reading: Reading, { state, asAt }: LoadedProgramme): void {
  const problems = problemsWithReading(reading, state.records.reading, asAt)
  if (problems.length > 0)
    throw new AppError('invalid-input', 'The reading does not fit. Nothing was changed.', {
      errors: problems.map(({ field, message }) => ({ path: field, message })),
    })
}
