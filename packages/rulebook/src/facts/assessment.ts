import { type Assessment, formatPartialDate } from '@workplan/domain'
import { answerTitle, figuresOf } from './ambition.ts'
import { covers } from './audience.ts'
import { daysSince, type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one current round of a self-assessment. */
export const assessmentFacts = {
  dated: { label: 'The round is dated', type: 'yes-no', description: 'The form says when it was completed.' },
  signedOff: {
    label: 'The round is signed off',
    type: 'yes-no',
    description: 'The form names who signed it off.',
  },
  headerBlank: {
    label: 'What the heading leaves blank',
    type: 'list',
    description:
      'Of the organisation, who completed the form and its version: those that are blank. Date and signature are facts of their own.',
  },
  headerBlankCount: {
    label: 'How much of the heading is blank',
    type: 'number',
    unit: 'field',
    description: 'How many of organisation, who completed it and version are blank.',
  },
  completedOn: {
    label: 'Completed on',
    type: 'date',
    description: 'The date on the form, as exactly as it is given.',
  },
  ageDays: {
    label: 'Age of the round',
    type: 'number',
    unit: 'day',
    description: 'Days since the round was completed; not known when it is not dated.',
  },
  measures: {
    label: 'Scored measures',
    type: 'number',
    unit: 'measure',
    description: 'Scored measures of the framework that apply.',
  },
  answered: {
    label: 'Measures answered',
    type: 'number',
    unit: 'measure',
    description: 'Scored measures with a level.',
  },
  unanswered: {
    label: 'Measures unanswered',
    type: 'number',
    unit: 'measure',
    description: 'Scored measures without a level; unanswered is not zero.',
  },
  childrenMeasures: {
    label: 'Measures about children and young people only',
    type: 'number',
    unit: 'measure',
    description: 'Scored measures whose audience is children and young people and nobody else.',
    people: ['children'],
  },
  childrenAnswered: {
    label: 'Of these, answered',
    type: 'number',
    unit: 'measure',
    description: 'Measures about children and young people only that have a level.',
    people: ['children'],
  },
  level3WithoutEvidence: {
    label: 'Measures at level 3 and above with an empty evidence box',
    type: 'number',
    unit: 'measure',
    description: 'Answered measures at level 3 or above whose evidence box is empty.',
  },
} as const satisfies SubjectFacts

const assessmentSubject = subjectMaker('assessment', assessmentFacts)

/** One subject for each current round; earlier rounds are history and are not judged. */
export function assessmentSubjects(context: FactContext): Subject[] {
  return [...context.currentAssessments.values()].map((round) => {
    const scored = context.requirements.all.filter(
      (entry) => entry.framework === round.framework && entry.kind === 'measure' && entry.scored,
    )
    const children = scored.filter((measure) => covers(['children'], measure.audience))
    const answers = scored.flatMap((measure) => context.answers.get(measure.id) ?? [])
    const figures = figuresOf(scored, context)
    const blank = blankIn(round)
    return assessmentSubject(
      {
        id: round.id,
        title: titleOf(round.title, round.completedOn),
        audience: ['all'],
        workstreams: [],
        requirements: [],
        records: [
          recordRef('assessment', round, round.title),
          ...answers.map((answer) => recordRef('answer', answer, answerTitle(answer.measure, context))),
        ],
      },
      {
        dated: round.completedOn !== null,
        signedOff: round.signedOffBy !== null,
        headerBlank: blank,
        headerBlankCount: blank.length,
        completedOn: round.completedOn,
        ageDays: daysSince(round.completedOn, context.asAt),
        measures: figures.measures,
        answered: figures.answered,
        unanswered: figures.unanswered,
        childrenMeasures: children.length,
        childrenAnswered: figuresOf(children, context).answered,
        level3WithoutEvidence: answers.filter(
          (answer) => answer.level !== null && answer.level >= 3 && answer.evidenceState === 'none',
        ).length,
      },
    )
  })
}

function blankIn({ organisation, completedBy, formVersion }: Assessment): string[] {
  return [
    organisation === null ? 'organisation' : null,
    completedBy === null ? 'who completed it' : null,
    formVersion === null ? 'version' : null,
  ].filter((field) => field !== null)
}

function titleOf(title: string, completedOn: string | null): string {
  return completedOn === null ? title : `${title}, ${formatPartialDate(completedOn)}`
}
