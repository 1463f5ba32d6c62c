import type { CommentedOn } from '@workplan/domain'
import type { LoadedProgramme } from '../../store/programme.ts'
import { findFlag } from '../flags/read-flag.ts'
import { findTask } from '../tasks/find-task.ts'

/** The title of what a comment is about; throws `not-found` when there is no such thing. */
export function titleOfCommented(programme: LoadedProgramme, { kind, id }: CommentedOn): string {
  if (kind === 'task') return findTask(programme, id).task.title
  const { title, subject } = findFlag(programme, id)
  return `${title}: ${subject.title}`
}
