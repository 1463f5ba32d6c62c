import { daysLate, type IsoDate } from './dates.ts'
import type { Milestone, Task } from './records/workplan.ts'
import type { Rag } from './vocabulary.ts'

/** A rating with the reasons that led to it, each naming the records it rests on. */
export interface RatedRag {
  rag: Rag
  reasons: { text: string; records: string[] }[]
}

/** Late by more than this many days is red; late at all is amber. */
export const RED_AFTER_DAYS_LATE = 14

/** What each rating means, as shown beside every report. */
export const RAG_DEFINITIONS: Record<Rag, string> = {
  red: 'Off track: more than two weeks late, or stopped until somebody outside the workstream acts',
  amber: 'At risk: late by up to two weeks, or not enough is known to say that it is on track',
  green: 'On track: nothing late, nothing blocked',
  complete: 'Finished',
  'not-rated': 'Nothing to judge: no work, or none with a date and a status',
}

type Work = Pick<Task | Milestone, 'id' | 'title' | 'status' | 'due'>

/**
 * Rates schedule from tasks and milestones as they stand on `asAt`. Red: any open item more than 14 days late.
 * Amber: any late at all, or blocked. Green needs at least one open item with both a date and a known status.
 */
export function rateSchedule(work: readonly Work[], asAt: IsoDate): RatedRag {
  if (work.length > 0 && work.every((item) => item.status === 'done'))
    return { rag: 'complete', reasons: [reason('all finished', work)] }
  const open = work.filter((item) => item.status !== 'done')
  const late = open.filter((item) => item.due && daysLate(item.due, asAt) > 0)
  const veryLate = late.filter((item) => daysLate(item.due as string, asAt) > RED_AFTER_DAYS_LATE)
  const blocked = open.filter((item) => item.status === 'blocked')
  const judged = open.filter((item) => item.due !== null && item.status !== 'unknown')
  const unjudged = open.filter((item) => !judged.includes(item))
  const reasons = [
    veryLate.length > 0 ? reason('more than two weeks late', veryLate) : null,
    late.length > veryLate.length
      ? reason(
          'late by up to two weeks',
          late.filter((item) => !veryLate.includes(item)),
        )
      : null,
    blocked.length > 0 ? reason('blocked', blocked) : null,
    unjudged.length > 0 ? reason('without a date or a known status', unjudged) : null,
  ].filter((entry) => entry !== null)
  if (veryLate.length > 0) return { rag: 'red', reasons }
  if (late.length > 0 || blocked.length > 0) return { rag: 'amber', reasons }
  if (judged.length === 0) return { rag: 'not-rated', reasons }
  return { rag: 'green', reasons: [reason('on time', judged), ...reasons] }
}

const ORDER: Rag[] = ['red', 'amber', 'green', 'complete', 'not-rated']

/** The worst of several ratings: red before amber before green; complete and not rated come last. */
export function worstRag(ratings: readonly Rag[]): Rag {
  return ORDER.find((rag) => ratings.includes(rag)) ?? 'not-rated'
}

function reason(what: string, items: readonly Work[]): RatedRag['reasons'][number] {
  const count = items.length === 1 ? '1 item' : `${items.length} items`
  return { text: `${count} ${what}`, records: items.map((item) => item.id) }
}
