import {
  daysBetween,
  firstDayOf,
  lastDayOf,
  quarterPeriod,
  type Dependency,
  type Milestone,
  type PartialDate,
  type Period,
  type Task,
  type TaskStatus,
} from '@workplan/domain'

/**
 * What is known of when something happens: both ends, only when it is due, only when it starts, only the quarter of the plan,
 * or nothing. Nothing is never drawn at a place: it is not known, which is not now.
 */
export type KnownDates = 'start-and-due' | 'due' | 'start' | 'quarter' | 'nothing'

/** A task or milestone on the timeline. */
export interface TimelineItem {
  kind: 'task' | 'milestone'
  id: string
  title: string
  status: TaskStatus
  known: KnownDates
  /** Where it is expected now; null where nothing is known. */
  forecast: Period | null
  /** Where it was expected when it was first agreed. */
  baseline: Period | null
  /** Days by which the end has moved since it was first agreed, later counting up; null where one end is not known. */
  movedDays: number | null
  waitsFor: readonly Dependency[]
}

/** A task as the timeline shows it. A finished one ends on the day it was finished. */
export function itemOfTask(task: Task): TimelineItem {
  const end = (task.status === 'done' ? task.completedOn : null) ?? task.due
  const { id, title, status, start, baselineDue, dependsOn } = task
  return {
    kind: 'task',
    ...{ id, title, status },
    ...expected(start, end, task.quarter),
    baseline: baselineDue === null ? null : spanOf(start, baselineDue),
    movedDays: movedBetween(baselineDue, end),
    waitsFor: dependsOn,
  }
}

/** A milestone as the timeline shows it: one point in time, as exactly as it is known. */
export function itemOfMilestone({ id, title, status, due, baselineDue }: Milestone): TimelineItem {
  return {
    kind: 'milestone',
    ...{ id, title, status },
    ...expected(null, due, null),
    baseline: baselineDue === null ? null : spanOf(null, baselineDue),
    movedDays: movedBetween(baselineDue, due),
    waitsFor: [],
  }
}

function expected(
  start: PartialDate | null,
  end: PartialDate | null,
  quarter: Task['quarter'],
): Pick<TimelineItem, 'known' | 'forecast'> {
  if (end !== null) return { known: start === null ? 'due' : 'start-and-due', forecast: spanOf(start, end) }
  if (start !== null) return { known: 'start', forecast: { from: firstDayOf(start), to: lastDayOf(start) } }
  const period = plannedPeriod(quarter)
  return period ? { known: 'quarter', forecast: period } : { known: 'nothing', forecast: null }
}

/** From the first day a start can mean to the last day an end can mean; the end alone where there is no start before it. */
function spanOf(start: PartialDate | null, end: PartialDate): Period {
  const to = lastDayOf(end)
  const from = start === null ? null : firstDayOf(start)
  return { from: from !== null && from <= to ? from : firstDayOf(end), to }
}

/** The days of a quarter of the plan; `Q3+` means the third or later of its year. Null without a year. */
function plannedPeriod(quarter: Task['quarter']): Period | null {
  if (quarter === null || quarter.year === null) return null
  const { year } = quarter
  const number = Number(quarter.label.charAt(1)) as 1 | 2 | 3 | 4
  const { from, to } = quarterPeriod({ year, quarter: number })
  return { from, to: quarter.label === 'Q3+' ? quarterPeriod({ year, quarter: 4 }).to : to }
}

function movedBetween(baseline: PartialDate | null, end: PartialDate | null): number | null {
  return baseline === null || end === null ? null : daysBetween(lastDayOf(baseline), lastDayOf(end))
}
