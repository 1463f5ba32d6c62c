import { appsOfTask, type Task } from '@workplan/domain'
import { requireAction, type Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { servedRequirements } from './served-requirements.ts'

/**
 * Throws `not-allowed` unless the member may change the task where it stands. Ask it of a task before and after a change:
 * nobody takes work out of another's workstream, or puts it there.
 */
export function requireTaskUpdate(
  member: Member,
  task: Task,
  { state }: LoadedProgramme,
  rules: Rules,
): void {
  const workstream = state.records.workstream.find(({ id }) => id === task.workstream)
  requireAction(member, 'task.update', {
    apps: appsOfTask(task, workstream, servedRequirements(task, rules)),
    workstream: task.workstream,
  })
}
