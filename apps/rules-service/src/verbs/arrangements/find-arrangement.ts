import { type Arrangement, ArrangementKind } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** Every arrangement of a programme, in the order of its records. */
export function listArrangements({ state: { records } }: Pick<LoadedProgramme, 'state'>): Arrangement[] {
  return ArrangementKind.options.flatMap((kind) =>
    // A kind and its own records belong together, which the types of a list over all kinds cannot say.
    records[kind].map((record) => ({ kind, record }) as Arrangement),
  )
}

/** An arrangement by its id; throws `not-found`. */
export function findArrangement(programme: Pick<LoadedProgramme, 'state'>, id: string): Arrangement {
  const found = listArrangements(programme).find(({ record }) => record.id === id)
  if (!found) throw new AppError('not-found', 'There is no such pathway, training or post in this programme.')
  return found
}
