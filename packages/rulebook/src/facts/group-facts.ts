import type { SubjectFacts } from './declaration.ts'

/** What is known of one governance group and of where it reports. */
export const groupFacts = {
  kind: {
    label: 'Kind of group',
    type: 'text',
    description:
      'statutory-board, partnership, programme-board, oversight, delivery, task-and-finish, working-group, themed, partner or other.',
  },
  state: { label: 'State', type: 'text', description: 'active, forming, retired or unknown.' },
  runsTheProgramme: {
    label: 'It steers or delivers the programme',
    type: 'yes-no',
    description:
      'A programme board, oversight, delivery, task and finish, themed or working group that is neither retired nor still forming; boards and partners above or beside the programme are not.',
  },
  hasChair: {
    label: 'A chair is named',
    type: 'yes-no',
    description: 'A person of the programme chairs it, or the papers name a chair.',
  },
  reportsTo: {
    label: 'Reports to',
    type: 'list',
    description: 'Groups it is said to report to today.',
  },
  reportingLines: {
    label: 'Stated reporting lines',
    type: 'number',
    unit: 'reporting line',
    description: 'Reporting lines that are stated to hold today, to groups that are not retired.',
  },
  formerLines: {
    label: 'Reporting lines to former parents',
    type: 'number',
    unit: 'reporting line',
    description: 'Reporting lines recorded as former, or to a group that is retired.',
  },
  formerParents: {
    label: 'Former parents',
    type: 'list',
    description: 'The groups that it used to report to.',
  },
  linesToRetired: {
    label: 'Present lines to retired groups',
    type: 'number',
    unit: 'reporting line',
    description: 'Reporting lines that are stated to hold today and lead to a group that is retired.',
  },
  retiredParents: {
    label: 'Retired groups it is said to report to',
    type: 'list',
    description: 'The retired groups at the end of these lines.',
  },
  reportsToBelow: {
    label: 'Groups below it that it reports to',
    type: 'list',
    description:
      'Groups it reports to today that stand below it by their kind: boards, oversight, programme board, delivery, working groups.',
  },
  reportsToBelowCount: {
    label: 'Number of these groups',
    type: 'number',
    unit: 'group',
    description: 'How many of the groups it reports to stand below it.',
  },
  hasEnd: { label: 'An end is given', type: 'yes-no', description: 'The papers say when the group ends.' },
  reportFrequency: {
    label: 'How often it receives a report',
    type: 'text',
    description:
      'monthly, quarterly, twice-yearly, annual or not-stated; not known when it receives none, as far as the papers say.',
  },
  hasReport: {
    label: 'A highlight report to it is on record',
    type: 'yes-no',
    description: 'The end of the latest period reported to it is on record.',
  },
  daysReportOverdue: {
    label: 'Days its report is overdue',
    type: 'number',
    unit: 'day',
    description:
      'A report is due a month after the end of the period that follows the last one reported; 0 before that; not known without a frequency or a report.',
  },
  daysPastEnd: {
    label: 'Days past its end',
    type: 'number',
    unit: 'day',
    description:
      'For a group set up for a time: days since it should have ended; not known when no end is given.',
  },
} as const satisfies SubjectFacts
