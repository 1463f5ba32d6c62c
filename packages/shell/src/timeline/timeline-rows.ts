import { quarterName, quarterOf, type IsoDate, type MilestoneView, type TaskView } from '@workplan/domain'
import { compareDays, compareTitles } from '../words/in-order.ts'
import { itemOfMilestone, itemOfTask, type TimelineItem } from './timeline-item.ts'
import { milestoneInWords, taskInWords } from './item-in-words.ts'

/** An item with the words beside it. */
export interface TimelineRow {
  item: TimelineItem
  words: string
  late: boolean
}

/** Tasks and milestones as rows, in the order in which they are expected; those of which nothing is known come last. */
export function timelineRows(
  tasks: readonly TaskView[],
  milestones: readonly MilestoneView[],
  asAt: IsoDate | null,
): TimelineRow[] {
  return [
    ...milestones.map(({ milestone, daysLate }) => ({
      item: itemOfMilestone(milestone),
      words: milestoneInWords(milestone, asAt),
      late: (daysLate ?? 0) > 0,
    })),
    ...tasks.map(({ task, daysLate }) => ({
      item: itemOfTask(task),
      words: taskInWords(task, asAt),
      late: (daysLate ?? 0) > 0,
    })),
  ].toSorted(
    (a, b) =>
      compareDays(endOf(a), endOf(b)) ||
      compareDays(beginOf(a), beginOf(b)) ||
      compareTitles(a.item.title, b.item.title),
  )
}

/** Rows under the quarter in which each is expected to end; null for those of which nothing is known. */
export function byQuarter(rows: readonly TimelineRow[]): { quarter: string | null; rows: TimelineRow[] }[] {
  const groups = Map.groupBy(rows, ({ item }) =>
    item.forecast ? quarterName(quarterOf(item.forecast.to)) : null,
  )
  return [...groups].map(([quarter, group]) => ({ quarter, rows: group }))
}

/** Later than any day where nothing is known. */
function endOf({ item }: TimelineRow): string {
  return item.forecast?.to ?? '9999'
}

function beginOf({ item }: TimelineRow): string {
  return item.forecast?.from ?? '9999'
}
