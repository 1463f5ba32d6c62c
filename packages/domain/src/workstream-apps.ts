import type { Task, Workstream } from './records/workplan.ts'
import type { WorkstreamApp } from './vocabulary.ts'

/**
 * The apps that show a task: its workstream's, and those of every audience it names itself. A hand-over task for
 * children and adults is one task in two apps. `all` names nobody in particular and adds no app.
 */
export function appsOfTask(
  task: Pick<Task, 'audience'>,
  workstream: Pick<Workstream, 'app'> | undefined,
): WorkstreamApp[] {
  const apps = new Set<WorkstreamApp>()
  if (workstream) apps.add(workstream.app)
  for (const audience of task.audience) if (audience !== 'all') apps.add(audience)
  return [...apps]
}
