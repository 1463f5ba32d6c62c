import type { Comparison, KnownAsAt } from '@workplan/domain'
import { flagSummary } from '@workplan/shell/testing'
import { journalEntry } from './example-views.ts'

function known(day: string, entry: number): KnownAsAt {
  return { asAt: day, entry, at: `${day}T12:00:00.000Z`, day, judgedOn: day }
}

/** A task done, another put off, a measure answered, a flag raised and one disputed, with the entries behind them. */
export function comparison(change: Partial<Comparison> = {}): Comparison {
  const { id, title, severity, subject } = flagSummary()
  const flag = { title, severity, subject, said: [], entries: [7] }
  return {
    from: known('2023-03-01', 3),
    to: known('2023-03-13', 9),
    tasks: [
      {
        id: 'bnssg.task.training',
        title: 'Map training and support',
        created: false,
        ended: true,
        changes: [{ field: 'status', label: 'Status', before: 'In progress', after: 'Done' }],
        entries: [7],
      },
      {
        id: 'bnssg.task.gaps',
        title: 'Find service gaps',
        created: false,
        ended: false,
        changes: [{ field: 'due', label: 'Due', before: '31 March 2023', after: '30 April 2023' }],
        entries: [8],
      },
    ],
    measures: [
      {
        id: 'ambitions.1.1.3',
        number: '1.1.3',
        title: 'Care plans',
        before: { state: 'unanswered', level: null },
        after: { state: 'answered', level: 2 },
        changes: [{ field: 'nextStep', label: 'Next step', before: null, after: 'Train the team' }],
        entries: [8],
      },
    ],
    ambitions: [
      {
        id: 'ambitions.1',
        number: 1,
        title: 'Each person is seen as an individual',
        before: { measures: 12, answered: 10, level3AndAbove: 4 },
        after: { measures: 12, answered: 11, level3AndAbove: 4 },
      },
    ],
    raised: [{ ...flag, id, before: null, after: 'open' }],
    cleared: [],
    decided: [
      {
        ...flag,
        id: 'task-overdue~bnssg.task.gaps',
        before: 'open',
        after: 'disputed',
        said: [{ event: 'disputed', words: 'The rule is wrong here' }],
      },
    ],
    journal: [journalEntry({ seq: 7 }), journalEntry({ seq: 8, by: 'Programme office', why: null })],
    elsewhere: [{ kind: 'milestone', entries: 2 }],
    ...change,
  }
}
