import {
  addDays,
  daysBetween,
  daysLate,
  dueInWords,
  formatPartialDate,
  isWithin,
  lastDayOf,
  type IsoDate,
  type Milestone,
  type PartialDate,
  type Period,
  type ProgrammeState,
  type ReportItem,
  type Task,
} from '@workplan/domain'

/** The lists of work in a report. */
export interface ReportLists {
  done: ReportItem[]
  next: ReportItem[]
  late: ReportItem[]
  milestones: ReportItem[]
  decisionsNeeded: ReportItem[]
}

/** One piece of work, task or milestone, as the lists need it. */
interface Work {
  item: ReportItem
  progress: string | null
  nextStep: string | null
  finishedOn: IsoDate | null
  updatedOn: IsoDate | null
}

/**
 * The work of a programme sorted into the lists of a report on `period`, judged on `asAt`. Work finished on a day
 * that nobody noted counts for the period in which it was due, or else last spoken of.
 */
export function reportLists(state: ProgrammeState, period: Period, asAt: IsoDate): ReportLists {
  const workstreams = new Map(state.records.workstream.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? null : (workstreams.get(id) ?? id))
  const tasks = state.records.task.map((task) => workOfTask(task, nameOf(task.workstream)))
  const milestones = state.records.milestone
    .toSorted((one, other) => one.order - other.order)
    .map((milestone) => workOfMilestone(milestone, nameOf(milestone.workstream)))
  const all = [...tasks, ...milestones]
  const open = all.filter(({ item }) => item.status !== 'done')
  const late = open.filter(({ item }) => item.due !== null && daysLate(item.due, asAt) > 0)
  return {
    done: all
      .filter((work) => work.item.status === 'done' && isFinishedWithin(work, period))
      .map(({ item, progress }) => ({ ...item, text: progress })),
    next: open
      .filter((work) => !late.includes(work) && isNext(work, period, asAt))
      .toSorted((one, other) => dueOrder(one).localeCompare(dueOrder(other)))
      .map(({ item, nextStep, progress }) => ({ ...item, text: nextStep ?? progress })),
    late: late
      .toSorted((one, other) => lateness(other, asAt) - lateness(one, asAt))
      .map(({ item, progress }) => ({ ...item, text: lateText(item.due, progress, asAt) })),
    milestones: milestones.map(({ item }) => ({ ...item, text: slipInWords(item) })),
    decisionsNeeded: state.records.task
      .filter(waitsForDecision)
      .map((task) => ({ ...workOfTask(task, nameOf(task.workstream)).item, text: decisionText(task) })),
  }
}

function workOfTask(task: Task, workstream: string | null): Work {
  const { id, title, status, due, baselineDue, progress, nextStep, completedOn, updatedOn } = task
  const item: ReportItem = { kind: 'task', id, title, workstream, status, due, baselineDue, text: null }
  return { item, progress, nextStep, finishedOn: completedOn, updatedOn }
}

function workOfMilestone(milestone: Milestone, workstream: string | null): Work {
  const { id, title, status, due, baselineDue, statusAsStated } = milestone
  const item: ReportItem = { kind: 'milestone', id, title, workstream, status, due, baselineDue, text: null }
  return { item, progress: statusAsStated, nextStep: null, finishedOn: null, updatedOn: null }
}

function isFinishedWithin({ item, finishedOn, updatedOn }: Work, period: Period): boolean {
  const day = finishedOn ?? (item.due === null ? updatedOn : lastDayOf(item.due))
  return day !== null && isWithin(day, period)
}

/** Due by the end of a period as long as this one, or under way with a next step and no date. */
function isNext({ item, nextStep }: Work, period: Period, asAt: IsoDate): boolean {
  if (item.due === null) return item.status === 'in-progress' && nextStep !== null
  const start = period.to > asAt ? period.to : asAt
  return lastDayOf(item.due) <= addDays(start, daysBetween(period.from, period.to) + 1)
}

/** Earliest first; work without a date comes last. */
function dueOrder({ item }: Work): string {
  return item.due === null ? '9999' : lastDayOf(item.due)
}

function lateness({ item }: Work, asAt: IsoDate): number {
  return item.due === null ? 0 : daysLate(item.due, asAt)
}

function lateText(due: PartialDate | null, progress: string | null, asAt: IsoDate): string | null {
  const since = due === null ? null : `${dueInWords(due, asAt)}, due ${formatPartialDate(due)}`
  return [since, progress].filter(Boolean).join('. ') || null
}

function slipInWords({ due, baselineDue, status }: ReportItem): string {
  if (due === null) return status === 'done' ? 'Finished; no date on record' : 'No date'
  if (baselineDue === null) return 'No date was agreed first'
  const days = daysBetween(lastDayOf(baselineDue), lastDayOf(due))
  if (days === 0) return 'As first agreed'
  const amount = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return `${amount} ${days > 0 ? 'later' : 'earlier'} than first agreed`
}

function waitsForDecision(task: Task): boolean {
  return (
    task.status === 'blocked' &&
    (task.statusReason === 'decision-needed' || task.statusReason === 'funding-needed')
  )
}

function decisionText(task: Task): string {
  const what = task.statusReason === 'funding-needed' ? 'Needs money' : 'Needs a decision'
  return task.nextStep === null ? what : `${what}. ${task.nextStep}`
}
