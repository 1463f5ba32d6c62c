import { daysBetween, daysLate, lastDayOf, type Milestone } from '@workplan/domain'
import { type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one milestone on the day it is judged. */
export const milestoneFacts = {
  status: {
    label: 'Status',
    type: 'text',
    description: 'not-started, in-progress, blocked, done, or unknown when nobody has said.',
  },
  isOpen: { label: 'The milestone is open', type: 'yes-no', description: 'It is not done.' },
  hasDate: { label: 'A date is planned', type: 'yes-no', description: 'The milestone has a due date.' },
  due: { label: 'Due', type: 'date', description: 'The due date, as exactly as it is known.' },
  daysLate: {
    label: 'Days past the due date',
    type: 'number',
    unit: 'day',
    description: 'Counted from the last day the date can mean; 0 before it; not known without a date.',
  },
  timesMoved: {
    label: 'Times the date was moved',
    type: 'number',
    unit: 'time',
    description: 'How many other due dates it has had before the present one.',
  },
  movedLater: {
    label: 'It is later than first agreed',
    type: 'yes-no',
    description: 'The present due date is later than the first one; not known without a date.',
  },
  daysSlipped: {
    label: 'Days moved from the date first agreed',
    type: 'number',
    unit: 'day',
    description: 'From the first due date to the present one; negative when brought forward.',
  },
} as const satisfies SubjectFacts

const milestoneSubject = subjectMaker('milestone', milestoneFacts)

/** One subject for each milestone. */
export function milestoneSubjects(context: FactContext): Subject[] {
  return context.state.records.milestone.map((milestone) => {
    const { due } = milestone
    const earlier = datesBefore(milestone)
    const first = earlier[0] ?? due
    const slipped = due === null || !first ? null : daysBetween(lastDayOf(first), lastDayOf(due))
    return milestoneSubject(
      {
        id: milestone.id,
        title: milestone.title,
        audience: ['all'],
        workstreams: [milestone.workstream],
        requirements: context.countsUnder(milestone.serves),
        records: [recordRef('milestone', milestone, milestone.title)],
      },
      {
        status: milestone.status,
        isOpen: milestone.status !== 'done',
        hasDate: due !== null,
        due,
        daysLate: due === null ? null : daysLate(due, context.asAt),
        timesMoved: earlier.length,
        movedLater: slipped === null ? null : slipped > 0,
        daysSlipped: slipped,
      },
    )
  })
}

/** Every other due date it has had, oldest first; the baseline is the oldest when it is another date. */
function datesBefore({ due, baselineDue, earlierDues }: Milestone): string[] {
  const before = earlierDues.filter((date) => date !== due)
  const baselineMoved = baselineDue !== null && baselineDue !== due && !before.includes(baselineDue)
  return baselineMoved ? [baselineDue, ...before] : before
}
