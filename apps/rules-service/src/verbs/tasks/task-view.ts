import {
  appsOfTask,
  daysBetween,
  daysLate,
  flagId,
  type Task,
  type TaskView,
  type Workstream,
} from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import { rulesOfProgramme } from '../../rules/rules-of-programme.ts'
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

/** One task as this member sees it, without looking at what stands with every other. */
export function viewOfTask(programme: LoadedProgramme, rules: Rules, member: Member, task: Task): TaskView {
  const view = sharedTaskView(task, programme, rules, {
    workstream: programme.state.records.workstream.find(({ id }) => id === task.workstream),
    flags: openFlagsOf(task.id, programme, rules),
    waitedForBy: waitingTasks(programme.state.records.task, (id) => id === task.id).get(task.id) ?? [],
  })
  return taskSeenBy(member, view)
}

/** Tasks as every member sees them, judged on the programme's moment. */
export function sharedTaskViewer(programme: LoadedProgramme, rules: Rules): (task: Task) => SharedTaskView {
  const { records } = programme.state
  const workstreams = new Map(records.workstream.map((workstream) => [workstream.id, workstream]))
  const flags = openFlagsByTask(programme)
  const waiting = waitingTasks(records.task, every)
  return (task) =>
    sharedTaskView(task, programme, rules, {
      workstream: task.workstream === null ? undefined : workstreams.get(task.workstream),
      flags: flags.get(task.id) ?? [],
      waitedForBy: waiting.get(task.id) ?? [],
    })
}

/** What stands with a task. */
interface Beside {
  workstream: Workstream | undefined
  /** Its open flags. */
  flags: readonly StoredFlag[]
  /** The tasks that are not done and wait for it. */
  waitedForBy: TaskView['waitedForBy']
}

function sharedTaskView(
  task: Task,
  programme: LoadedProgramme,
  rules: Rules,
  { workstream, flags, waitedForBy }: Beside,
): SharedTaskView {
  const served = servedRequirements(task, rules)
  return {
    task,
    version: programme.versions.get(recordKey('task', task.id)) ?? 0,
    workstreamName: workstream?.name ?? null,
    ownerName: ownerName(task, programme),
    apps: appsOfTask(task, workstream, served),
    serves: served.map(requirementRef),
    flags: flags.toSorted(worstFirst).map(flagSummary),
    daysLate: task.due === null || task.status === 'done' ? null : daysLate(task.due, programme.asAt),
    waitedForBy: task.status === 'done' ? [] : waitedForBy,
    daysSilent: task.updatedOn === null ? null : Math.max(0, daysBetween(task.updatedOn, programme.asAt)),
  }
}

const every = () => true

/** The open flags on one task: a flag is named by its rule and its subject, so that no others need be looked at. */
function openFlagsOf(
  task: string,
  { flags, programmeRules }: LoadedProgramme,
  { rulebook }: Rules,
): StoredFlag[] {
  return rulesOfProgramme(rulebook, programmeRules).flatMap(({ rule }) => {
    const flag = rule.subject === 'task' ? flags.get(flagId(rule.id, task)) : undefined
    return flag && flag.status !== 'cleared' ? [flag] : []
  })
}

/** The open flags on tasks, by task. */
function openFlagsByTask({ flags }: LoadedProgramme): Map<string, StoredFlag[]> {
  const found = new Map<string, StoredFlag[]>()
  for (const flag of flags.values()) {
    const { status, subject } = flag
    if (subject.kind !== 'task' || status === 'cleared') continue
    const known = found.get(subject.id)
    if (known) known.push(flag)
    else found.set(subject.id, [flag])
  }
  return found
}

/** The tasks that are not done, by those of the tasks asked for that they wait for. */
function waitingTasks(
  tasks: readonly Task[],
  isAskedFor: (task: string) => boolean,
): Map<string, TaskView['waitedForBy']> {
  const waiting = new Map<string, TaskView['waitedForBy']>()
  for (const { id, title, status, dependsOn } of tasks) {
    if (status === 'done') continue
    for (const { task } of dependsOn)
      if (task !== null && isAskedFor(task)) waiting.set(task, [...(waiting.get(task) ?? []), { id, title }])
  }
  return waiting
}

function ownerName(task: Task, { people }: LoadedProgramme): string | null {
  const owner = task.owner === null ? undefined : people.get(task.owner)
  return owner?.name ?? task.ownerAsStated
}
