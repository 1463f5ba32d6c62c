import type { RuleDocument, RuleTrialInput } from '@workplan/domain'

/** A sound rule of a programme's own: a task more than two days late. Both tasks of the judged programme are. */
export const lateRule: RuleDocument = {
  title: 'Children’s task that is late',
  subject: 'task',
  severity: 'medium',
  source: { framework: 'Decision of the board', locator: 'Minutes of March 2023', url: '' },
  why: 'The board asked for it.',
  requires: [],
  when: {
    all: [
      { fact: 'isLive', operator: 'equal', value: true },
      { fact: 'daysLate', operator: 'greaterThan', value: 2 },
    ],
  },
  message: 'It is {daysLate} late',
  remedy: 'Finish it.',
}

export const lateCases: RuleTrialInput['cases'] = [
  { name: 'three days', facts: { isLive: true, daysLate: 3 }, flags: true },
  { name: 'two days', facts: { isLive: true, daysLate: 2 }, flags: false },
  { name: 'no date', facts: { isLive: true, daysLate: null }, flags: 'not-assessable' },
]
