import { dueInWords, formatPartialDate, type IsoDate, type Task } from '@workplan/domain'

/** `30 April 2023, 3 days late`; null when there is no date. A finished task is neither late nor due. */
export function dueText(task: Pick<Task, 'due' | 'status'>, asAt: IsoDate | null): string | null {
  if (task.due === null) return null
  const date = formatPartialDate(task.due)
  return asAt === null || task.status === 'done' ? date : `${date}, ${dueInWords(task.due, asAt)}`
}

/** The date first agreed, and whether it has moved since. */
export function slipText({ baselineDue, due }: Pick<Task, 'baselineDue' | 'due'>): string | null {
  if (baselineDue === null) return null
  const first = formatPartialDate(baselineDue)
  return due === null || due === baselineDue ? first : `${first}, moved to ${formatPartialDate(due)}`
}

/** `Quarter 3 of 2023-24`; null when the plan names none. */
export function quarterText(quarter: Task['quarter']): string | null {
  if (quarter === null) return null
  const label = quarter.label === 'Q3+' ? 'Quarter 3 or later' : `Quarter ${quarter.label.slice(1)}`
  return quarter.year === null ? `${label}, year not given` : `${label} of ${quarter.year}`
}
