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
