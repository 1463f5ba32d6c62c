import { changeTask, type Task, type TaskChange } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { Rules } from '../../rules.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { checkTaskReferences } from './check-task.ts'

/** A task after a change; throws `invalid-input` when the change does not fit. */
export function taskAfter(task: Task, change: TaskChange, programme: LoadedProgramme, rules: Rules): Task {
  const changed = changeTask(task, change, programme.asAt)
  if ('problems' in changed)
    throw new AppError('invalid-input', 'The change does not fit together. Nothing was changed.', {
      errors: changed.problems.map(({ field, message }) => ({ path: field, message })),
    })
  checkTaskReferences(changed.task, task, programme, rules)
  return changed.task
}
