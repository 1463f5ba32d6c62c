import { statusWords } from '../words/words.ts'
import { byQuarter, type TimelineRow } from './timeline-rows.ts'

/** The timeline for an e-mail: under each quarter what is expected to end in it, with when and how it stands. */
export function timelineAsText(rows: readonly TimelineRow[]): string {
  return byQuarter(rows)
    .map(({ quarter, rows: group }) => [quarter ?? 'No dates', ...group.map(lineOf)].join('\n'))
    .join('\n\n')
}

function lineOf({ item, words }: TimelineRow): string {
  const title = item.kind === 'milestone' ? `Milestone: ${item.title}` : item.title
  const waitsFor = item.waitsFor.map(({ what }) => what).join(', ')
  const facts = [statusWords[item.status], words, ...(waitsFor ? [`waits for ${waitsFor}`] : [])]
  return `- ${title} (${facts.join('; ')})`
}
