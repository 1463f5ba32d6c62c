import type { Comment } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** A comment of a programme, withdrawn ones included; throws `not-found`. */
export function findComment({ state }: LoadedProgramme, id: string): Comment {
  const comment = state.records.comment.find((candidate) => candidate.id === id)
  if (!comment) throw new AppError('not-found', 'There is no such comment in this programme.')
  return comment
}
