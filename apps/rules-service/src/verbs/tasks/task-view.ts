import {
  appsOfTask,
  daysBetween,
  daysLate,
  type RequirementRef,
  type Task,
  type TaskView,
} from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import { flagSummary, type LoadedProgramme, recordKey } from '../../store/programme.ts'

/** A task as this member sees it, judged on the programme's moment. */
export function taskView(task: Task, programme: LoadedProgramme, rules: Rules, member: Member): TaskView {
  const workstream = programme.state.records.workstream.find(({ id }) => id === task.workstream)
  const apps = appsOfTask(task, workstream)
  return {
    task,
    version: programme.versions.get(recordKey('task', task.id)) ?? 0,
    workstreamName: workstream?.name ?? null,
    ownerName: (task.owner && programme.people.get(task.owner)?.name) || task.ownerAsStated,
    apps,
    serves: task.serves.flatMap((id) => requirementRef(id, rules)),
    flags: [...programme.flags.values()]
      .filter(
        ({ status, subject }) => status !== 'cleared' && subject.kind === 'task' && subject.id === task.id,
      )
      .map(flagSummary),
    daysLate: task.due === null || task.status === 'done' ? null : daysLate(task.due, programme.asAt),
    daysSilent: task.updatedOn === null ? null : Math.max(0, daysBetween(task.updatedOn, programme.asAt)),
    mayUpdate: may(member, 'task.update', { apps }),
  }
}

function requirementRef(id: string, { library }: Rules): RequirementRef[] {
  const requirement = library.requirements.get(id)
  if (!requirement) return []
  const { kind, number, title } = requirement
  return [{ id, kind, number, title }]
}
