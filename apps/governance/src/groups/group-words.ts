import type { GroupView } from '@workplan/domain'
import type { TagColour } from '@workplan/ui'

/** The state of a group as a tag; an active group needs none. */
export function groupStateTag(state: string): { text: string; colour: TagColour } | null {
  switch (state) {
    case 'active':
      return null
    case 'forming':
      return { text: 'Forming', colour: 'blue' }
    case 'retired':
      return { text: 'Retired', colour: 'grey' }
    default:
      return { text: 'State not known', colour: 'white' }
  }
}

/** How a group stands to the one above: `reports to`, `reported to` or `may report to`. */
export function lineInWords(line: string, above: string): string {
  switch (line) {
    case 'stated':
      return `reports to ${above}`
    case 'former':
      return `used to report to ${above}`
    case 'future-unconfirmed':
      return `may report to ${above}, not confirmed`
    default:
      return `linked to ${above}`
  }
}

export const GROUP_KINDS: Record<GroupView['kind'], string> = {
  'statutory-board': 'Statutory board',
  partnership: 'Partnership',
  'programme-board': 'Programme board',
  oversight: 'Oversight group',
  delivery: 'Delivery group',
  'task-and-finish': 'Task and finish group',
  'working-group': 'Working group',
  themed: 'Themed group',
  partner: 'Partner',
  other: 'Other',
}

export const REPORT_FREQUENCIES: Record<NonNullable<GroupView['reports']>, string> = {
  monthly: 'Every month',
  quarterly: 'Every quarter',
  'twice-yearly': 'Twice a year',
  annual: 'Every year',
  'not-stated': 'Yes, how often is not said',
}

export const NO_REPORTS = 'None, as far as is known'
