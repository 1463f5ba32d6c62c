import { type LoadedProgramme, recordKey } from '../../store/programme.ts'
import type { Round } from '../../views/current-round.ts'

/** The version of a round with all its answers, which grows with every change of one of them. */
export function roundVersion(
  { assessment, answerOf }: Round,
  { versions }: Pick<LoadedProgramme, 'versions'>,
): number {
  const keys = [
    recordKey('assessment', assessment.id),
    ...[...answerOf.values()].map(({ id }) => recordKey('answer', id)),
  ]
  return keys.reduce((sum, key) => sum + (versions.get(key) ?? 0), 0)
}
