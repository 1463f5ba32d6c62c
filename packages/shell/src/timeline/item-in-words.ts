import { formatPartialDate, type IsoDate, type Milestone, type Task } from '@workplan/domain'
import { dueText, quarterText } from '../words/task-dates.ts'

/** When a task happens, in words: '1 April 2023 to 30 June 2023, due in 9 weeks; first agreed for May 2023'. */
export function taskInWords(task: Task, asAt: IsoDate | null): string {
  return [whenOf(task, asAt), movedFrom(task)].filter(Boolean).join('; ')
}

/** When a milestone is due, in words, with the dates it had before. */
export function milestoneInWords(milestone: Milestone, asAt: IsoDate | null): string {
  const { status, due, earlierDues } = milestone
  const when = due === null ? 'No date' : (dueText(milestone, asAt) ?? '')
  const before = earlierDues.map(formatPartialDate).join(', then ')
  return [
    status === 'done' && due === null ? 'Reached, on what day is not recorded' : when,
    before ? `was ${before}` : movedFrom(milestone),
  ]
    .filter(Boolean)
    .join('; ')
}

function whenOf(task: Task, asAt: IsoDate | null): string {
  const { status, completedOn, start, due, quarter } = task
  const from = start === null ? '' : `from ${formatPartialDate(start)} `
  if (status === 'done' && completedOn)
    return `${capital(`${from}finished on`)} ${formatPartialDate(completedOn)}`
  if (due !== null) return `${capital(`${from}due`)} ${dueText(task, asAt)}`
  if (start !== null) return `From ${formatPartialDate(start)}, no due date`
  if (quarter !== null) return `${quarterText(quarter)}, no date`
  return status === 'done' ? 'Finished, on what day is not recorded' : 'No dates'
}

function movedFrom({ baselineDue, due }: Pick<Task, 'baselineDue' | 'due'>): string {
  if (baselineDue === null || baselineDue === due) return ''
  return `first agreed for ${formatPartialDate(baselineDue)}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
