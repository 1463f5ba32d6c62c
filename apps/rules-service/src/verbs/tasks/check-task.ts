import type { Task } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { Rules } from '../../rules.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/**
 * Throws `invalid-input` when the task names something that does not exist. What `before` named already is left
 * alone: an old reference must not stand in the way of a new status.
 */
export function checkTaskReferences(
  task: Task,
  before: Task | null,
  { state, people }: LoadedProgramme,
  { library }: Rules,
): void {
  const errors: { path: string; message: string }[] = []
  const { workstream, owner } = task
  if (workstream !== null && workstream !== before?.workstream)
    if (!state.records.workstream.some(({ id }) => id === workstream))
      errors.push({ path: 'workstream', message: `There is no workstream ${workstream} in this programme` })
  if (owner !== null && owner !== before?.owner && !people.has(owner))
    errors.push({ path: 'owner', message: `There is no person ${owner} in this programme` })
  for (const id of task.serves) {
    if (before?.serves.includes(id)) continue
    const framework = library.requirements.get(id)?.framework
    if (framework === undefined || !state.programme.frameworks.includes(framework))
      errors.push({ path: 'serves', message: `There is no requirement ${id} for this programme` })
  }
  if (errors.length > 0)
    throw new AppError(
      'invalid-input',
      'The task names something that does not exist. Nothing was changed.',
      {
        errors,
      },
    )
}
