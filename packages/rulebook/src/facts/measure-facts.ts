import type { SubjectFacts } from './declaration.ts'

/** What is known of one scored measure in the current round of its framework. */
export const measureFacts = {
  number: { label: 'Number', type: 'text', description: 'The number people quote, such as 1.1.3.' },
  audience: {
    label: 'Audience',
    type: 'list',
    description:
      'Whom the measure is about: adults, children and young people, people of all ages or the workforce.',
  },
  answerState: {
    label: 'State of the answer',
    type: 'text',
    description:
      'answered, unanswered or not-applicable in the current round. A measure that the round leaves out is unanswered.',
  },
  level: {
    label: 'Level',
    type: 'number',
    description: 'The level chosen, 0 to 5; not known unless the measure is answered.',
  },
  dutiesForAudience: {
    label: 'Duties that cover the same people',
    type: 'number',
    unit: 'duty',
    description: 'Duties of the programme whose audience covers everyone the measure is about.',
  },
  dutyForAudience: {
    label: 'First of these duties',
    type: 'text',
    description: 'The legal duty when one covers the same people, otherwise the first duty that does.',
  },
  evidenceState: {
    label: 'Kind of evidence',
    type: 'text',
    description:
      'What the evidence box holds: none, bare, reference, duplicate, pending, to-be-confirmed, query or described.',
  },
  evidenceInWords: {
    label: 'What is given as evidence',
    type: 'text',
    description: 'The kind of evidence in words, such as an open question or work still to come.',
  },
  evidenceStillToCome: {
    label: 'Evidence speaks of work to come',
    type: 'yes-no',
    description:
      'The evidence is recorded as pending, or its text says that something is still being written.',
  },
  evidenceAsksQuestion: {
    label: 'Evidence is an open question',
    type: 'yes-no',
    description: 'The evidence is recorded as a query, or its text asks a question.',
  },
  evidenceToBeConfirmed: {
    label: 'Evidence is still to be confirmed',
    type: 'yes-no',
    description: 'The evidence is recorded as to be confirmed, or its text says so.',
  },
  evidenceIsPlaceholder: {
    label: 'Evidence says nothing',
    type: 'yes-no',
    description: "The evidence is a bare 'yes', a name, or another text that fills the box without content.",
  },
  sameEvidenceElsewhere: {
    label: 'Other measures with the same evidence',
    type: 'number',
    unit: 'other measure',
    description:
      'Answers of the same round whose evidence has the same words, or that this one is recorded as repeating.',
  },
  evidenceAgeDays: {
    label: 'Age of the evidence',
    type: 'number',
    unit: 'day',
    description: 'Days since the evidence was gathered, when it says when.',
  },
  gapStated: {
    label: 'A gap is stated',
    type: 'yes-no',
    description: 'The gap box names a gap. A box that says that there is none is not a gap.',
  },
  gapNotKnown: {
    label: 'The gap box says that it is not known',
    type: 'yes-no',
    description: 'The text of the gap box says that something is unknown or still to be found out.',
  },
  gapSaysNoPlan: {
    label: 'The gap box says that there is no plan',
    type: 'yes-no',
    description: 'The text of the gap box says that nothing is planned.',
  },
  hasNextStep: {
    label: 'A next step is recorded',
    type: 'yes-no',
    description: 'The answer names a next step.',
  },
  answersSomethingElse: {
    label: 'The answer speaks of something else',
    type: 'yes-no',
    description: 'The round records that the answer is about something other than what the measure asks.',
  },
  answeredFor: {
    label: 'What the answer speaks of',
    type: 'text',
    description: 'What the answer is about when that is not what the measure asks.',
  },
  liveTasks: {
    label: 'Live tasks for this measure',
    type: 'number',
    unit: 'live task',
    description: 'Tasks, not done, that serve the measure or that a document links to it.',
  },
  liveTasksAbove: {
    label: 'Live tasks for its building block or ambition',
    type: 'number',
    unit: 'live task',
    description: 'Tasks, not done, that serve the block or ambition as a whole without naming this measure.',
  },
  workstreamNamed: {
    label: 'A workstream is named for it',
    type: 'yes-no',
    description: 'The answer or a document names a workstream that carries the measure.',
  },
  hoursNotCovered: {
    label: 'Hours a week without certain cover',
    type: 'number',
    unit: 'hour',
    description:
      'Place-hours a week that are not covered for certain, over the coverage requirements that serve the measure; not known when none does.',
  },
  percentCovered: {
    label: 'Share of the required hours that is covered for certain',
    type: 'number',
    unit: '%',
    description:
      'Of all place-hours of the coverage requirements that serve the measure; not known when none does.',
  },
  foundationsWithoutWorkstream: {
    label: 'Foundations on its subject that nobody carries',
    type: 'list',
    description:
      'Foundations that share a theme with the measure and of which the programme says that no workstream carries them.',
  },
  foundationsWithoutWorkstreamCount: {
    label: 'Number of these foundations',
    type: 'number',
    unit: 'foundation',
    description: 'How many foundations on the subject of the measure are carried by no workstream.',
  },
} as const satisfies SubjectFacts
