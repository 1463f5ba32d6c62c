import type { SubjectFacts } from './declaration.ts'

/** What is known of one task on the day it is judged. */
export const taskFacts = {
  form: {
    label: 'How the papers show it',
    type: 'text',
    description: 'task, plan-row, next-step or action.',
  },
  status: {
    label: 'Status',
    type: 'text',
    description: 'not-started, in-progress, blocked, done, or unknown when nobody has said.',
  },
  isLive: { label: 'The task is live', type: 'yes-no', description: 'It is not done.' },
  statusReason: {
    label: 'Reason for the status',
    type: 'text',
    description: 'Why it stands where it does; not known when nobody gave a reason.',
  },
  statusReasonInWords: {
    label: 'Reason for the status, in words',
    type: 'text',
    description: 'The reason as a reader says it; no reason given when nobody gave one.',
  },
  waitsForDecision: {
    label: 'It waits for a decision',
    type: 'yes-no',
    description: 'The reason for its status is that a decision is needed.',
  },
  waitsForFunding: {
    label: 'It waits for funding',
    type: 'yes-no',
    description: 'The reason for its status is that funding is needed, or it is marked as needing funding.',
  },
  hasOwner: {
    label: 'An owner is named',
    type: 'yes-no',
    description: 'A person of the programme owns it, or the papers name somebody or a role as its owner.',
  },
  hasWorkstream: {
    label: 'A workstream carries it',
    type: 'yes-no',
    description: 'The task belongs to a workstream.',
  },
  hasDate: {
    label: 'A date or quarter is planned',
    type: 'yes-no',
    description: 'The task has a due date or a quarter.',
  },
  quarterWithoutYear: {
    label: 'The quarter has no year',
    type: 'yes-no',
    description:
      'The task is planned for a quarter, without a due date, and the plan does not say of which year.',
  },
  due: {
    label: 'Due',
    type: 'date',
    description:
      'The due date as exactly as it is known, or the last day of its quarter when that has a year.',
  },
  daysLate: {
    label: 'Days past the due date',
    type: 'number',
    unit: 'day',
    description:
      'Counted from the last day the due date or quarter can mean; 0 before it; not known without a date.',
  },
  daysSlipped: {
    label: 'Days moved from the date first agreed',
    type: 'number',
    unit: 'day',
    description: 'From the first due date to the present one; negative when brought forward.',
  },
  daysSilent: {
    label: 'Days since anybody said anything',
    type: 'number',
    unit: 'day',
    description: 'Since the last update of the task; not known when there never was one on record.',
  },
  hasNextStep: {
    label: 'A next step is recorded',
    type: 'yes-no',
    description: 'The task names a next step.',
  },
  evidenceLinks: {
    label: 'Links to evidence',
    type: 'number',
    unit: 'link',
    description: 'Files or pages that back what the task says.',
  },
  textInDoubt: {
    label: 'Its text is to be confirmed or not known',
    type: 'yes-no',
    description: 'The progress or next step says that something is to be confirmed or not known.',
  },
  dependsOnNothingPlanned: {
    label: 'Things it waits for that no task delivers',
    type: 'list',
    description: 'What it depends on, where no task of this workplan delivers it.',
  },
  unplannedDependencies: {
    label: 'Number of these',
    type: 'number',
    unit: 'thing',
    description: 'How many things it depends on are delivered by no task of this workplan.',
  },
  dependsOnUndated: {
    label: 'Undated tasks it waits for',
    type: 'list',
    description: 'Live tasks it depends on that have neither a due date nor a quarter.',
  },
  undatedDependencies: {
    label: 'Number of undated tasks it waits for',
    type: 'number',
    unit: 'task',
    description: 'How many live tasks it depends on have neither a due date nor a quarter.',
  },
  dependsOnInTrouble: {
    label: 'Tasks it waits for that will not be there in time',
    type: 'list',
    description: 'Live tasks it depends on that are late, blocked, or due after it.',
  },
  troubledDependencies: {
    label: 'Number of these tasks',
    type: 'number',
    unit: 'task',
    description: 'How many live tasks it depends on are late, blocked, or due after it.',
  },
  listedFirst: {
    label: 'It is the first to list its work',
    type: 'yes-no',
    description: 'No other live task for the same work stands before it in the plan.',
  },
  sameWork: {
    label: 'Other live tasks for the same work',
    type: 'number',
    unit: 'other task',
    description: 'Live tasks recorded as the same work, or with the same title, in no other quarter.',
  },
  sameWorkInOtherQuarters: {
    label: 'Same deliverable in other quarters',
    type: 'number',
    unit: 'other quarter',
    description: 'Quarters other than its own in which the same workstream plans the same work.',
  },
  otherQuarters: {
    label: 'The other quarters',
    type: 'list',
    description: 'The quarters, as printed, in which the same workstream plans the same work again.',
  },
  requirementsServed: {
    label: 'Requirements it serves',
    type: 'number',
    unit: 'requirement',
    description: 'Requirements that the task serves, or that a document links to it.',
  },
} as const satisfies SubjectFacts
