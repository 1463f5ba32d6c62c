import { dueInWords, formatPartialDate, type IsoDate, type TaskView } from '@workplan/domain'
import { counted, reasonWords } from '../words/words.ts'
import { questionOn, weekGroupOf, type WeekGroup } from './week-place.ts'

/** One line that says why a task is where it is in My week. */
export function weekReason(view: TaskView, asAt: IsoDate): string {
  return REASONS[weekGroupOf(view, asAt)](view, asAt)
}

const REASONS: Record<WeekGroup, (view: TaskView, asAt: IsoDate) => string> = {
  late: dueLine,
  'on-you': onYouLine,
  waiting: waitingLine,
  'due-soon': dueLine,
  flagged: flagLine,
  silent: silenceLine,
  rest: (view, asAt) => (view.task.due === null ? 'No due date' : dueLine(view, asAt)),
  done: ({ task }) => (task.completedOn ? `Finished on ${formatPartialDate(task.completedOn)}` : 'Finished'),
}

function dueLine({ task }: TaskView, asAt: IsoDate): string {
  if (task.due === null) return 'No due date'
  const words = dueInWords(task.due, asAt)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, on ${formatPartialDate(task.due)}`
}

/** Who cannot go on without the person who reads it. */
function onYouLine(view: TaskView): string {
  const question = questionOn(view)
  if (question) return `You are asked about a flag: ${question.title}`
  const [first, ...more] = view.waitedForBy
  if (!first) return 'Other work waits for it'
  if (more.length === 0) return `‘${first.title}’ waits for it`
  return `‘${first.title}’ and ${counted(more.length, 'other task')} wait for it`
}

function waitingLine({ task }: TaskView): string {
  const reason = task.statusReason ? reasonWords[task.statusReason].toLowerCase() : 'no reason given'
  return task.status === 'blocked' ? `Blocked: ${reason}` : reasonWords[task.statusReason ?? 'other']
}

function flagLine({ flags }: TaskView): string {
  const [first, ...more] = flags
  if (!first) return 'Flagged'
  return more.length === 0 ? first.message : `${first.message}, and ${counted(more.length, 'more flag')}`
}

function silenceLine({ daysSilent }: TaskView): string {
  return daysSilent === null
    ? 'Nobody has said anything about it yet'
    : `Nothing said for ${counted(daysSilent, 'day')}`
}
