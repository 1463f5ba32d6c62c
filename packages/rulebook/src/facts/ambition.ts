import { summariseLevels, type LevelFigures, type Requirement, type Task } from '@workplan/domain'
import type { FrameworkRequirement } from '../links/requirement-tree.ts'
import { type FactContext, numbered, recordRef, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import { linkedOfKind, linkedOfKindFact } from './linked-of-kind.ts'
import type { Subject } from './subject.ts'
import { countWork, taskRefs, workFacts, workstreamsOf } from './work-counts.ts'

/** What is known of one ambition: how its measures stand in the current round and the work behind it. */
export const ambitionFacts = {
  ...workFacts,
  linkedOfKind: linkedOfKindFact,
  number: { label: 'Number', type: 'text', description: 'The number people quote.' },
  measures: {
    label: 'Scored measures',
    type: 'number',
    unit: 'measure',
    description: 'Scored measures below the ambition that apply; the denominator of plain percentages.',
  },
  answered: {
    label: 'Measures answered',
    type: 'number',
    unit: 'measure',
    description: 'Measures with a level in the current round; not known when there is no current round.',
  },
  unanswered: {
    label: 'Measures unanswered',
    type: 'number',
    unit: 'measure',
    description: 'Measures without a level in the current round; unanswered is not zero.',
  },
  atLevel3AndAbove: {
    label: 'Measures at level 3 and above',
    type: 'number',
    unit: 'measure',
    description: 'Answered measures at level 3, 4 or 5.',
  },
  percentAtLevel3AndAbove: {
    label: 'Share of all measures at level 3 and above',
    type: 'number',
    unit: '%',
    description: 'Of all scored measures that apply, unanswered ones included; one decimal, halves up.',
  },
  percentAtLevel3AndAboveOfAnswered: {
    label: 'Share of answered measures at level 3 and above',
    type: 'number',
    unit: '%',
    description: 'Of the answered measures only; one decimal, halves up.',
  },
} as const satisfies SubjectFacts

const ambitionSubject = subjectMaker('ambition', ambitionFacts)

/** One subject for each ambition of the programme's frameworks, national and local. */
export function ambitionSubjects(context: FactContext): Subject[] {
  const linked = linkedOfKind(context)
  const recall = context.part('ambition')
  return context.requirements.all
    .filter((entry) => entry.kind === 'ambition')
    .map((ambition) => {
      const tasks = context.links.tasksOf(ambition.id)
      const ofKind = linked(ambition)
      return recall(ambition.id, [ambition, ofKind, ...tasks], () =>
        ambitionSubjectOf(ambition, tasks, ofKind, context),
      )
    })
}

function ambitionSubjectOf(
  ambition: FrameworkRequirement,
  tasks: readonly Task[],
  ofKind: number,
  context: FactContext,
): Subject {
  const below = context.requirements.withDescendants(ambition.id)
  const round = context.currentAssessments.get(ambition.framework)
  const figures = round ? figuresOf(below, context) : null
  const answers = below.flatMap((entry) => context.answers.get(entry.id) ?? [])
  return ambitionSubject(
    {
      id: ambition.id,
      title: numbered(ambition),
      audience: ambition.audience,
      workstreams: workstreamsOf(tasks),
      requirements: context.countsUnder([ambition.id]),
      records: [
        requirementRef(ambition),
        ...(round ? [recordRef('assessment', round, round.title)] : []),
        ...answers.map((answer) => recordRef('answer', answer, answerTitle(answer.measure, context))),
        ...taskRefs(tasks),
      ],
    },
    {
      ...countWork(tasks),
      linkedOfKind: ofKind,
      number: ambition.number,
      measures: figures?.measures ?? below.filter((entry) => entry.scored).length,
      answered: figures?.answered ?? null,
      unanswered: figures?.unanswered ?? null,
      atLevel3AndAbove: figures?.level3AndAbove.count ?? null,
      percentAtLevel3AndAbove: figures?.level3AndAbove.percent ?? null,
      percentAtLevel3AndAboveOfAnswered: figures?.level3AndAbove.percentOfAnswered ?? null,
    },
  )
}

/** The levels of some requirements in the current rounds, as the domain counts them. */
export function figuresOf(below: readonly Requirement[], context: FactContext): LevelFigures {
  return summariseLevels(below, [...context.answers.values()]).total
}

export function answerTitle(measureId: string, context: FactContext): string {
  const measure = context.requirements.get(measureId)
  return `Answer to ${measure ? numbered(measure) : measureId}`
}
