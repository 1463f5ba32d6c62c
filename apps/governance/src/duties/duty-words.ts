import type { DutyRow } from '@workplan/domain'

/** `2 live of 3`, `None live of 3` or `No tasks`. */
export function liveTasksInWords({ liveTasks, tasks }: Pick<DutyRow, 'liveTasks' | 'tasks'>): string {
  if (tasks.length === 0) return 'No tasks'
  return `${liveTasks === 0 ? 'None' : liveTasks} live of ${tasks.length}`
}

/** `5 of 8 answered, 3 at level 3 and above`; `None linked` where no measure belongs to the requirement. */
export function measuresInWords({ total, answered, level3AndAbove }: DutyRow['measures']): string {
  if (total === 0) return 'None linked'
  return `${answered} of ${total} answered, ${level3AndAbove} at level 3 and above`
}

/** What the programme says of the gap, in two or three words. */
export function positionInWords(position: DutyRow['position']): string {
  if (!position) return 'No statement'
  switch (position.gapState) {
    case 'known':
      return 'Gap named'
    case 'none-identified':
      return 'No gap found'
    case 'not-yet-known':
      return 'Gap not yet known'
    case null:
      return 'Gap not stated'
  }
}
