import { formatPartialDate, type Period } from '@workplan/domain'
import type { Column } from '@workplan/ui'
import { counted, statusWords } from '../words/words.ts'
import type { TimelineRow } from './timeline-rows.ts'

/** What the timeline draws, as columns; the same go onto the clipboard. */
export const timelineColumns: Column<TimelineRow>[] = [
  { key: 'title', title: 'What', sortable: true, rowHeader: true, value: ({ item }) => item.title },
  {
    key: 'kind',
    title: 'Kind',
    sortable: true,
    phone: 'detail',
    value: ({ item }) => (item.kind === 'task' ? 'Task' : 'Milestone'),
  },
  { key: 'status', title: 'Status', sortable: true, value: ({ item }) => statusWords[item.status] },
  { key: 'words', title: 'When', value: ({ words }) => words },
  { key: 'first', title: 'First agreed', phone: 'detail', value: ({ item }) => daysInWords(item.baseline) },
  { key: 'now', title: 'Expected now', phone: 'detail', value: ({ item }) => daysInWords(item.forecast) },
  { key: 'moved', title: 'Moved by', phone: 'detail', value: ({ item }) => moveInWords(item.movedDays) },
  {
    key: 'waits',
    title: 'Waits for',
    phone: 'detail',
    value: ({ item }) => item.waitsFor.map(({ what }) => what).join(', ') || 'Nothing',
  },
]

function daysInWords(period: Period | null): string {
  if (!period) return 'Not known'
  const [from, to] = [formatPartialDate(period.from), formatPartialDate(period.to)]
  return from === to ? from : `${from} to ${to}`
}

function moveInWords(days: number | null): string {
  if (days === null) return 'Not known'
  if (days === 0) return 'Not moved'
  return `${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`
}
