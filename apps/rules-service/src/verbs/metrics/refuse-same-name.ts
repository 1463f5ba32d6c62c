import type { Metric } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** Refuses a name that another metric of the programme has, whatever its case. Throws `invalid-input`. */
export function refuseSameName(
  { state }: LoadedProgramme,
  { id, title }: Pick<Metric, 'title'> & { id: string | null },
): void {
  const like = (text: string) => text.trim().toLowerCase()
  if (!state.records.metric.some((metric) => metric.id !== id && like(metric.title) === like(title))) return
  throw new AppError('invalid-input', 'Nothing was changed.', {
    errors: [{ path: 'title', message: 'There is a metric of this name already' }],
  })
}
