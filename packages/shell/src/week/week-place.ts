import { daysBetween, lastDayOf, type FlagSummary, type IsoDate, type TaskView } from '@workplan/domain'
import { compareDays, compareTitles } from '../words/in-order.ts'

/** Why a task is where it is in My week, in the order in which to take them up. */
export const weekGroups = [
  'late',
  'on-you',
  'waiting',
  'due-soon',
  'flagged',
  'silent',
  'rest',
  'done',
] as const
export type WeekGroup = (typeof weekGroups)[number]

/** Due within this many days is due soon. */
export const DUE_SOON_DAYS = 14
/** Nothing said for this many days is silent. */
export const SILENT_DAYS = 30

const WAITING_REASONS: readonly (string | null)[] = [
  'decision-needed',
  'funding-needed',
  'waiting-for-other-work',
]

/** The group of a task on `asAt`: the first one that fits. */
export function weekGroupOf(view: TaskView, asAt: IsoDate): WeekGroup {
  const { task, flags } = view
  if (task.status === 'done') return 'done'
  if ((view.daysLate ?? 0) > 0) return 'late'
  if (questionOn(view) || view.waitedForBy.length > 0) return 'on-you'
  if (task.status === 'blocked' || WAITING_REASONS.includes(task.statusReason)) return 'waiting'
  if (task.due !== null && daysBetween(asAt, lastDayOf(task.due)) <= DUE_SOON_DAYS) return 'due-soon'
  if (flags.length > 0) return 'flagged'
  return view.daysSilent === null || view.daysSilent >= SILENT_DAYS ? 'silent' : 'rest'
}

/** The flag about which the SRO asked a question that nobody has answered yet. */
export function questionOn({ flags }: TaskView): FlagSummary | undefined {
  return flags.find(({ status }) => status === 'asked')
}

const SEVERITIES = ['high', 'medium', 'low'] as const

/** Which of two tasks to take up first: by group; then latest, worst flag, soonest due, longest silent; then by title. */
export function compareForWeek(asAt: IsoDate) {
  return (a: TaskView, b: TaskView): number => {
    const groups = weekGroups.indexOf(weekGroupOf(a, asAt)) - weekGroups.indexOf(weekGroupOf(b, asAt))
    return (
      groups ||
      (b.daysLate ?? 0) - (a.daysLate ?? 0) ||
      severityRank(a) - severityRank(b) ||
      compareDays(dueDay(a), dueDay(b)) ||
      silence(b) - silence(a) ||
      compareTitles(a.task.title, b.task.title)
    )
  }
}

function severityRank({ flags }: TaskView): number {
  const rank = SEVERITIES.findIndex((severity) => flags.some((flag) => flag.severity === severity))
  return rank === -1 ? SEVERITIES.length : rank
}

function dueDay({ task }: TaskView): string {
  return task.due === null ? '9999' : lastDayOf(task.due)
}

/** Nobody ever having said anything is the longest silence. */
function silence({ daysSilent }: TaskView): number {
  return daysSilent ?? Number.MAX_SAFE_INTEGER
}
