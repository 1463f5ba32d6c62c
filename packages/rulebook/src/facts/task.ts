import {
  daysBetween,
  daysLate,
  type IsoDate,
  lastDayOf,
  type PartialDate,
  type RecordRef,
  type Task,
} from '@workplan/domain'
import { hasSignal } from '../lexicon/read-signals.ts'
import { changedPlaces } from '../links/changed-places.ts'
import { isLive } from '../links/requirement-links.ts'
import { unique } from '../links/unique.ts'
import { daysSince, type FactContext, recordRef } from './context.ts'
import { subjectMaker } from './declaration.ts'
import { plannedEnd } from './planned-end.ts'
import { replaceTask, type SameWork, sameWorkAt, type WorkPlaces, workPlaces } from './same-work.ts'
import type { Subject } from './subject.ts'
import { taskFacts } from './task-facts.ts'

const taskSubject = subjectMaker('task', taskFacts)

/** One subject for each task. */
export function taskSubjects(context: FactContext): Subject[] {
  return context.carry('tasks', 'task', (before: KnownTasks | null) => tasksAfter(before, context)).subjects
}

/** The tasks of a plan with their subjects, in the same places. */
interface KnownTasks {
  tasks: readonly Task[]
  work: WorkPlaces
  /** The places of those that depend on something. */
  depending: readonly number[]
  subjects: Subject[]
}

/** Looks again only at tasks that have changed and those that rest on them, as long as no task came, left or moved. */
function tasksAfter(before: KnownTasks | null, context: FactContext): KnownTasks {
  const tasks = context.state.records.task
  const changed = before && changedPlaces(before.tasks, tasks)
  if (!before || !changed) {
    const found = { tasks, work: workPlaces(tasks), depending: dependingTasks(tasks) }
    return { ...found, subjects: tasks.map((_task, place) => taskSubjectAt(place, found, context)) }
  }
  const again = new Set(changed)
  const alike = changed.every((place) => dependsAlike(before.tasks[place] as Task, tasks[place] as Task))
  const depending = alike ? before.depending : dependingTasks(tasks)
  for (const place of changed) {
    const [old, now] = [before.tasks[place] as Task, tasks[place] as Task]
    for (const beside of replaceTask(before.work, place, old, now)) again.add(beside)
  }
  const ids = new Set(changed.map((place) => tasks[place]?.id ?? ''))
  for (const place of depending) if (dependsOnAny(tasks[place] as Task, ids)) again.add(place)
  const subjects = [...before.subjects]
  const after = { ...before, tasks, depending, subjects }
  for (const place of again) subjects[place] = taskSubjectAt(place, after, context)
  return after
}

function dependingTasks(tasks: readonly Task[]): number[] {
  const places: number[] = []
  for (const [place, { dependsOn }] of tasks.entries()) if (dependsOn.length > 0) places.push(place)
  return places
}

function dependsAlike(one: Task, other: Task): boolean {
  return (one.dependsOn.length === 0) === (other.dependsOn.length === 0)
}

function dependsOnAny({ dependsOn }: Task, ids: ReadonlySet<string>): boolean {
  return dependsOn.some(({ task }) => task !== null && ids.has(task))
}

function taskSubjectAt(
  place: number,
  { tasks, work }: Pick<KnownTasks, 'tasks' | 'work'>,
  context: FactContext,
): Subject {
  const task = tasks[place] as Task
  const same = sameWorkAt(place, tasks, work)
  const others = task.dependsOn.map(({ task: id }) => (id === null ? undefined : context.links.task(id)))
  const madeOf = [task, same.isFirst, same.tasks.length, ...same.tasks, ...others]
  return context.part('task')(task.id, madeOf, () => taskSubjectOf(task, { same, others }, context))
}

/** What a task stands beside. */
interface Neighbours {
  same: SameWork
  /** The tasks it depends on, one for each dependency; undefined for one that is no task of the plan. */
  others: readonly (Task | undefined)[]
}

function taskSubjectOf(task: Task, { same, others }: Neighbours, context: FactContext): Subject {
  const { asAt } = context
  const serves = context.servedBy(task)
  const due = plannedEnd(task)
  const { unplanned, waitsFor, undated, troubled } = dependenciesOf(task, others, due, asAt)
  return taskSubject(
    {
      id: task.id,
      title: task.title,
      audience: task.audience,
      workstreams: [task.workstream],
      requirements: context.countsUnder(serves),
      records: [taskRef(task)].concat(
        same.tasks.map(taskRef),
        waitsFor.map(taskRef),
        context.requirementRefs(serves),
      ),
    },
    {
      form: task.form,
      status: task.status,
      isLive: isLive(task),
      statusReason: task.statusReason,
      statusReasonInWords: task.statusReason === null ? 'no reason given' : REASONS[task.statusReason],
      waitsForDecision: task.statusReason === 'decision-needed',
      waitsForFunding: task.statusReason === 'funding-needed' || task.fundingNeeded === true,
      hasOwner: task.owner !== null || task.ownerAsStated !== null,
      hasWorkstream: task.workstream !== null,
      hasDate: isDated(task),
      quarterWithoutYear: task.due === null && task.quarter !== null && task.quarter.year === null,
      due,
      daysLate: due === null ? null : daysLate(due, asAt),
      daysSlipped:
        task.due === null || task.baselineDue === null
          ? null
          : daysBetween(lastDayOf(task.baselineDue), lastDayOf(task.due)),
      daysSilent: daysSince(task.updatedOn, asAt),
      hasNextStep: task.nextStep !== null,
      evidenceLinks: task.evidence.length,
      textInDoubt:
        hasSignal('to-be-confirmed', task.progress, task.nextStep) || hasSignal('not-known', task.progress),
      dependsOnNothingPlanned: unplanned.map(({ what }) => what),
      unplannedDependencies: unplanned.length,
      dependsOnUndated: undated.map((other) => other.title),
      undatedDependencies: undated.length,
      dependsOnInTrouble: troubled.map((other) => other.title),
      troubledDependencies: troubled.length,
      listedFirst: same.isFirst,
      sameWork: same.tasks.length - same.inOtherQuarters.length,
      sameWorkInOtherQuarters: same.inOtherQuarters.length,
      otherQuarters: unique(same.inOtherQuarters.flatMap(({ quarter }) => quarter?.label ?? [])),
      requirementsServed: serves.length,
    },
  )
}

const REASONS: Record<NonNullable<Task['statusReason']>, string> = {
  'decision-needed': 'a decision is needed',
  'funding-needed': 'funding is needed',
  staffing: 'staff are missing',
  'waiting-for-other-work': 'it waits for other work',
  'partly-done': 'it is partly done',
  other: 'another reason',
}

/** What a task waits for, by how it stands. */
interface Dependencies {
  /** Those that are no task of the plan. */
  unplanned: Task['dependsOn']
  /** Live tasks of the plan. */
  waitsFor: Task[]
  undated: Task[]
  troubled: Task[]
}

/** Most tasks wait for nothing, and a programme has a thousand. */
const NO_DEPENDENCIES: Dependencies = { unplanned: [], waitsFor: [], undated: [], troubled: [] }

function dependenciesOf(
  { dependsOn }: Task,
  others: readonly (Task | undefined)[],
  neededBy: PartialDate | null,
  asAt: IsoDate,
): Dependencies {
  if (dependsOn.length === 0) return NO_DEPENDENCIES
  const waitsFor = others.filter((other) => other !== undefined).filter(isLive)
  return {
    unplanned: dependsOn.filter((_dependency, index) => others[index] === undefined),
    waitsFor,
    undated: waitsFor.filter((other) => !isDated(other)),
    troubled: waitsFor.filter((other) => isInTrouble(other, neededBy, asAt)),
  }
}

/** True when a live task is late, blocked, or planned to end after the day by which it is needed. */
function isInTrouble(task: Task, neededBy: PartialDate | null, asAt: IsoDate): boolean {
  const due = plannedEnd(task)
  const late = due !== null && daysLate(due, asAt) > 0
  const after = due !== null && neededBy !== null && lastDayOf(due) > lastDayOf(neededBy)
  return task.status === 'blocked' || late || after
}

function isDated(task: Task): boolean {
  return task.due !== null || task.quarter !== null
}

function taskRef(task: Task): RecordRef {
  return recordRef('task', task, task.title)
}
