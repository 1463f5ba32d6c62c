import type { Service } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** A service of a programme; throws `not-found`. */
export function findService({ state }: Pick<LoadedProgramme, 'state'>, id: string): Service {
  const service = state.records.service.find((candidate) => candidate.id === id)
  if (!service) throw new AppError('not-found', 'There is no such service in this programme.')
  return service
}
