import type { CommentedOn } from '@workplan/domain'
import type { LoadedProgramme } from '../../store/programme.ts'
import { AppError } from '../../errors.ts'
import { titleOfSection } from './commented-section.ts'
import { findFlag } from '../flags/read-flag.ts'
import { findTask } from '../tasks/find-task.ts'

/** The title of what a comment is about; throws `not-found` when there is no such thing. */
export function titleOfCommented(programme: LoadedProgramme, { kind, id }: CommentedOn): string {
  if (kind === 'task') return findTask(programme, id).task.title
  if (kind === 'report-section') return sectionTitle(id)
  const { title, subject } = findFlag(programme, id)
  return `${title}: ${subject.title}`
}

function sectionTitle(reference: string): string {
  const title = titleOfSection(reference)
  if (title === undefined) throw new AppError('not-found', 'There is no such section of a report.')
  return title
}
