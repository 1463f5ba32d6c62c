import { DUE_SOON_DAYS, SILENT_DAYS, type WeekGroup } from './week-place.ts'

/** The heading of each part of My week. */
export const groupWords: Record<WeekGroup, string> = {
  late: 'Late',
  'on-you': 'Waiting for you',
  waiting: 'Blocked or waiting',
  'due-soon': `Due within ${DUE_SOON_DAYS} days`,
  flagged: 'Flagged',
  silent: `Nothing said for ${SILENT_DAYS} days`,
  rest: 'The rest',
  done: 'Done',
}
