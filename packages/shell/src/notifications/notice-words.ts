import type { DigestFrequency, Notice, NoticeKind } from '@workplan/domain'
import type { Addresses } from '../address/addresses.ts'

/** What each kind of notice is called. */
export const noticeWords: Record<NoticeKind, string> = {
  asked: 'Asked',
  mentioned: 'Mentioned',
  answered: 'Answered',
  'handed-over': 'Handed over',
  due: 'Due',
  decided: 'Decided',
  flagged: 'Flagged',
}

export const noticeKinds = Object.keys(noticeWords) as NoticeKind[]

export const frequencyWords: Record<DigestFrequency, string> = {
  daily: 'Every day',
  weekly: 'Once a week',
  never: 'Never',
}

/** The days of the week, as 1 to 7. */
export const weekdayWords = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The address of what a notice is about; of a mention, of what was said. */
export function addressOfNotice({ kind, opens }: Pick<Notice, 'kind' | 'opens'>, to: Addresses): string {
  if (opens.kind === 'flags') return to.flags({ rule: opens.id })
  if (opens.kind === 'report') return to.inApp('governance', `reports/${encodeURIComponent(opens.id)}`)
  const address = opens.kind === 'task' ? to.task(opens.id) : to.flag(opens.id)
  return kind === 'mentioned' ? `${address}#comments` : address
}
