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
import { isLive } from '../links/requirement-links.ts'
import { unique } from '../links/unique.ts'
import { daysSince, type FactContext, recordRef } from './context.ts'
import { subjectMaker } from './declaration.ts'
import { plannedEnd } from './planned-end.ts'
import { ALONE, type SameWork, sameWorkOf } from './same-work.ts'
import type { Subject } from './subject.ts'
import { taskFacts } from './task-facts.ts'

const taskSubject = subjectMaker('task', taskFacts)

/** One subject for each task. */
export function taskSubjects(context: FactContext): Subject[] {
  const tasks = context.state.records.task
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const sameWork = sameWorkOf(tasks)
  const recall = context.part('task')
  return tasks.map((task) => {
    const same = sameWork(task)
    const others = othersOf(task, byId)
    const madeOf =
      same === ALONE && others.length === 0
        ? [task]
        : [task, same.isFirst, same.tasks.length, ...same.tasks, ...others]
    return recall(task.id, madeOf, () => taskSubjectOf(task, { same, others }, context))
  })
}

const NO_TASKS: readonly Task[] = []

function othersOf({ dependsOn }: Task, byId: ReadonlyMap<string, Task>): readonly (Task | undefined)[] {
  if (dependsOn.length === 0) return NO_TASKS
  return dependsOn.map(({ task: id }) => (id === null ? undefined : byId.get(id)))
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
