import { appsOfTask, daysBetween, daysLate, type Task, type TaskView } from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import { flagSummary, type LoadedProgramme, recordKey, type StoredFlag } from '../../store/programme.ts'
import { worstFirst } from '../../views/flag-list.ts'
import { requirementRef } from '../../views/requirement-view.ts'
import { servedRequirements } from './served-requirements.ts'

/** What every member sees of a task alike. */
export type SharedTaskView = Omit<TaskView, 'mayUpdate'>

/** Tasks as this member sees them, judged on the programme's moment. */
export function taskViewer(
  programme: LoadedProgramme,
  rules: Rules,
  member: Member,
): (task: Task) => TaskView {
  const shared = sharedTaskViewer(programme, rules)
  return (task) => taskSeenBy(member, shared(task))
}

/** A task with what this member may do to it. */
export function taskSeenBy(member: Member, view: SharedTaskView): TaskView {
  const { apps, task } = view
  return { ...view, mayUpdate: may(member, 'task.update', { apps, workstream: task.workstream }) }
}

/** Tasks as every member sees them, judged on the programme's moment. */
export function sharedTaskViewer(programme: LoadedProgramme, rules: Rules): (task: Task) => SharedTaskView {
  const { records } = programme.state
  const workstreams = new Map(records.workstream.map((workstream) => [workstream.id, workstream]))
  const flags = openFlagsOfTasks(programme)
  const waiting = waitingTasks(records.task)
  return (task) => {
    const workstream = task.workstream === null ? undefined : workstreams.get(task.workstream)
    const served = servedRequirements(task, rules)
    const apps = appsOfTask(task, workstream, served)
    return {
      task,
      version: programme.versions.get(recordKey('task', task.id)) ?? 0,
      workstreamName: workstream?.name ?? null,
      ownerName: ownerName(task, programme),
      apps,
      serves: served.map(requirementRef),
      flags: (flags.get(task.id) ?? []).toSorted(worstFirst).map(flagSummary),
      daysLate: task.due === null || task.status === 'done' ? null : daysLate(task.due, programme.asAt),
      waitedForBy: task.status === 'done' ? [] : (waiting.get(task.id) ?? []),
      daysSilent: task.updatedOn === null ? null : Math.max(0, daysBetween(task.updatedOn, programme.asAt)),
    }
  }
}

function openFlagsOfTasks(programme: LoadedProgramme): Map<string, StoredFlag[]> {
  const open = [...programme.flags.values()].filter(
    ({ status, subject }) => status !== 'cleared' && subject.kind === 'task',
  )
  return Map.groupBy(open, ({ subject }) => subject.id)
}

/** The tasks that are not done, by what they wait for. */
function waitingTasks(tasks: readonly Task[]): Map<string, TaskView['waitedForBy']> {
  const waiting = new Map<string, TaskView['waitedForBy']>()
  for (const { id, title, status, dependsOn } of tasks) {
    if (status === 'done') continue
    for (const { task } of dependsOn)
      if (task !== null) waiting.set(task, [...(waiting.get(task) ?? []), { id, title }])
  }
  return waiting
}

function ownerName(task: Task, { people }: LoadedProgramme): string | null {
  const owner = task.owner === null ? undefined : people.get(task.owner)
  return owner?.name ?? task.ownerAsStated
}
