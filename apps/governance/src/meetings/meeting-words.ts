import { formatPartialDate, type MeetingActionView, type MeetingView } from '@workplan/domain'
import { counted, statusWords } from '@workplan/shell'
import type { TagColour } from '@workplan/ui'

/** The state of a meeting as the tag that shows it. */
export function meetingTag(state: MeetingView['state']): { text: string; colour: TagColour } {
  switch (state) {
    case 'planned':
      return { text: 'Planned', colour: 'blue' }
    case 'held':
      return { text: 'Held', colour: 'green' }
    case 'cancelled':
      return { text: 'Called off', colour: 'grey' }
  }
}

/** How the task of an action stands: `In progress, 3 days late`. */
export function actionInWords({ task }: MeetingActionView): string {
  const late = task.daysLate !== null && task.daysLate > 0 ? `, ${counted(task.daysLate, 'day')} late` : ''
  return `${statusWords[task.status]}${late}`
}

/** Who does it, and by when. */
export function ownerAndDate({ task }: MeetingActionView): string {
  const due = task.due === null ? 'no date' : `by ${formatPartialDate(task.due)}`
  return `${task.ownerName ?? 'Nobody named'}, ${due}`
}

/** Where a meeting has none on record. It may still have decided or asked for something. */
const NONE = 'None recorded'

/** How many decisions a meeting has on record. */
export function decisionsInWords({ decisions }: MeetingView): string {
  return decisions === 0 ? NONE : String(decisions)
}

/** `2 of 3 open`, of the actions on record. */
export function openActionsInWords({ actions, openActions }: MeetingView): string {
  return actions === 0 ? NONE : `${openActions} of ${actions} open`
}
