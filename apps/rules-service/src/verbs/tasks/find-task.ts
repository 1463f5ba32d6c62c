import type { Task, Workstream } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** A task of a programme with its workstream; throws `not-found`. */
export function findTask(
  { state }: LoadedProgramme,
  id: string,
): { task: Task; workstream: Workstream | undefined } {
  const task = state.records.task.find((candidate) => candidate.id === id)
  if (!task) throw new AppError('not-found', 'There is no such task in this programme.')
  return { task, workstream: state.records.workstream.find((candidate) => candidate.id === task.workstream) }
}
