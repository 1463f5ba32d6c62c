import {
  daysBetween,
  type FlagSummary,
  type IsoDate,
  type StatusReason,
  type TaskView,
} from '@workplan/domain'

/** Work that stands still until somebody decides or pays. */
export interface WaitingTask {
  view: TaskView
  waitsFor: Extract<StatusReason, 'decision-needed' | 'funding-needed'>
}

/** A high flag that nobody has decided about, with its age on the programme's day. */
export interface UndecidedFlag {
  flag: FlagSummary
  daysOpen: number
}

/** Unfinished tasks that wait for a decision or for money; those late or silent longest first. */
export function tasksWaiting(tasks: readonly TaskView[]): WaitingTask[] {
  return tasks
    .flatMap((view): WaitingTask[] => {
      const { status, statusReason } = view.task
      const waits = statusReason === 'decision-needed' || statusReason === 'funding-needed'
      return waits && status !== 'done' ? [{ view, waitsFor: statusReason }] : []
    })
    .toSorted((one, other) => waitOf(other.view) - waitOf(one.view))
}

/** High flags that are open, so without a decision; oldest first, on duties before others of the same age. */
export function flagsUndecided(flags: readonly FlagSummary[], asAt: IsoDate): UndecidedFlag[] {
  return flags
    .filter((flag) => flag.status === 'open' && flag.severity === 'high')
    .map((flag) => ({ flag, daysOpen: Math.max(0, daysBetween(flag.raisedOn, asAt)) }))
    .toSorted((one, other) => other.daysOpen - one.daysOpen || onDuty(other) - onDuty(one))
}

function onDuty({ flag }: UndecidedFlag): number {
  return flag.subject.kind === 'duty' ? 1 : 0
}

function waitOf(view: TaskView): number {
  return Math.max(view.daysLate ?? 0, view.daysSilent ?? 0)
}
