import { changeService, type Service, type ServiceChange } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { findService } from '../services/find-service.ts'

/** A service after a change. Throws `not-found`, and `invalid-input` when it names what does not exist. */
export function serviceAfter(programme: LoadedProgramme, id: string, change: ServiceChange): Service {
  const { records } = programme.state
  const service = findService(programme, id)
  const errors = [
    ...unknown('localities', change.localities, records.locality, 'place'),
    ...unknown('uncertainLocalities', change.uncertainLocalities, records.locality, 'place'),
    ...unknown('meets', change.meets, records['coverage-requirement'], 'coverage requirement'),
  ]
  if (errors.length === 0) return changeService(service, change)
  throw new AppError(
    'invalid-input',
    'The change names something that does not exist. Nothing was changed.',
    {
      errors,
    },
  )
}

function unknown(
  field: keyof ServiceChange,
  ids: readonly string[] = [],
  known: readonly { id: string }[],
  what: string,
): { path: string; message: string }[] {
  const there = new Set(known.map((record) => record.id))
  return ids.flatMap((id, index) =>
    there.has(id)
      ? []
      : [{ path: `${field}.${index}`, message: `There is no ${what} ${id} in this programme` }],
  )
}
