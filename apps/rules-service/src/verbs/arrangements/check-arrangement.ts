import { type Arrangement, arrangementProblems, type RecordKind } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

interface Reference {
  path: string
  kind: RecordKind
  what: string
  id: string | null
}

/**
 * Throws `invalid-input` when an arrangement does not fit together or names what does not exist. What `before` named
 * already is left alone.
 */
export function checkArrangement(
  arrangement: Arrangement,
  before: Arrangement | null,
  { state }: Pick<LoadedProgramme, 'state'>,
): void {
  const named = new Set(before && referencesOf(before).map(({ id }) => id))
  const dangling = referencesOf(arrangement).flatMap(({ path, kind, what, id }) =>
    id === null || named.has(id) || state.records[kind].some((record) => record.id === id)
      ? []
      : [{ path, message: `There is no ${what} ${id} in this programme` }],
  )
  const errors = [...arrangementProblems(arrangement), ...dangling]
  if (errors.length > 0)
    throw new AppError('invalid-input', 'It does not fit together. Nothing was changed.', { errors })
}

function referencesOf({ kind, record }: Arrangement): Reference[] {
  const provider = (path: string, id: string | null) =>
    ({ path, kind: 'provider', what: 'provider', id }) as const
  switch (kind) {
    case 'transition-pathway':
      return [
        provider('sendingProvider', record.sendingProvider),
        provider('receivingProvider', record.receivingProvider),
      ]
    case 'hand-over':
      return [
        { path: 'pathway', kind: 'transition-pathway', what: 'pathway', id: record.pathway },
        { path: 'task', kind: 'task', what: 'task', id: record.task },
      ]
    case 'workforce-post':
      return [
        provider('provider', record.provider),
        ...record.services.map(
          (id, index) => ({ path: `services.${index}`, kind: 'service', what: 'service', id }) as const,
        ),
      ]
    case 'training-need':
    case 'training-offer':
      return []
  }
}
