import type { Requirement, Task } from '@workplan/domain'
import type { Rules } from '../../rules.ts'

/** The requirements that a task serves, as far as the frameworks know them. */
export function servedRequirements(
  { serves }: Pick<Task, 'serves'>,
  { library }: Pick<Rules, 'library'>,
): Requirement[] {
  return serves.flatMap((id) => library.requirements.get(id) ?? [])
}
