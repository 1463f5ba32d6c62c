import type { Position, Requirement, Task } from '@workplan/domain'
import { audienceInWords, missingFrom } from './audience.ts'
import { type FactContext, numbered, recordRef, requirementRef } from './context.ts'
import { hoursNotCoveredFor } from './coverage-requirement.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import { linkedOfKind, linkedOfKindFact } from './linked-of-kind.ts'
import { positionFacts, readPosition } from './position-facts.ts'
import type { Subject } from './subject.ts'
import { countWork, taskRefs, workFacts, workstreamsOf } from './work-counts.ts'

/** What is known of one duty: the work behind it and where the programme says it stands. */
export const dutyFacts = {
  ...workFacts,
  ...positionFacts,
  linkedOfKind: linkedOfKindFact,
  dutyType: {
    label: 'Kind of duty',
    type: 'text',
    description:
      'legal-duty, core-responsibility, key-consideration, overarching-action, specific-action or sub-requirement.',
  },
  audience: {
    label: 'Whom the duty covers',
    type: 'list',
    description: 'Adults, children and young people, people of all ages or the workforce.',
  },
  elementsNotCovered: {
    label: 'Parts of the duty that the progress leaves out',
    type: 'list',
    description:
      'Parts that the duty names one by one and that the stated progress does not cover; not known when nothing is stated.',
  },
  elementsNotCoveredCount: {
    label: 'Number of parts left out',
    type: 'number',
    unit: 'part',
    description: 'How many parts of the duty the stated progress does not cover.',
  },
  peopleNotCovered: {
    label: 'People the stated progress leaves out',
    type: 'list',
    description:
      'Whom the duty covers and the stated progress does not; not known when the progress does not say.',
    people: 'peopleNotCovered',
  },
  peopleNotCoveredCount: {
    label: 'Number of groups left out',
    type: 'number',
    unit: 'group',
    description: 'How many of the groups of people that the duty covers the stated progress leaves out.',
    people: 'peopleNotCovered',
  },
  measures: {
    label: 'Measures linked to it',
    type: 'number',
    unit: 'measure',
    description: 'Scored measures that a document links to the duty.',
  },
  hoursNotCovered: {
    label: 'Hours a week without certain cover',
    type: 'number',
    unit: 'hour',
    description:
      'Place-hours a week that are not covered for certain, over the coverage requirements that serve the duty; not known when none does.',
  },
} as const satisfies SubjectFacts

const dutySubject = subjectMaker('duty', dutyFacts)

/** One subject for each duty of the programme's frameworks; definitions have nothing to meet and are left out. */
export function dutySubjects(context: FactContext): Subject[] {
  const linked = linkedOfKind(context)
  const recall = context.part('duty')
  return context.requirements.all
    .filter((entry) => entry.kind === 'duty')
    .map((duty) => {
      const tasks = context.links.tasksOf(duty.id)
      const ofKind = linked(duty)
      return recall(duty.id, [duty, ofKind, tasks], () => dutySubjectOf(duty, tasks, ofKind, context))
    })
}

function dutySubjectOf(
  duty: Requirement,
  tasks: readonly Task[],
  ofKind: number,
  context: FactContext,
): Subject {
  const position = context.positions.get(duty.id)
  const coverage = hoursNotCoveredFor(duty.id, context)
  const elements = elementsLeftOut(duty, position)
  const people = peopleLeftOut(duty, position)
  return dutySubject(
    {
      id: duty.id,
      title: numbered(duty),
      audience: duty.audience,
      workstreams: [...workstreamsOf(tasks), ...context.links.workstreamsOf(duty.id)],
      requirements: context.countsUnder([duty.id]),
      records: [
        requirementRef(duty),
        ...(position ? [recordRef('position', position, `Position on ${duty.title}`)] : []),
        ...taskRefs(tasks),
        ...coverage.records,
      ],
    },
    {
      ...countWork(tasks),
      ...readPosition(position, context.asAt),
      linkedOfKind: ofKind,
      dutyType: duty.dutyType,
      audience: audienceInWords(duty.audience),
      elementsNotCovered: elements,
      elementsNotCoveredCount: elements?.length ?? null,
      peopleNotCovered: people,
      peopleNotCoveredCount: people?.length ?? null,
      measures: context.links.measuresOf(duty.id).length,
      hoursNotCovered: coverage.hours,
    },
  )
}

function elementsLeftOut(duty: Requirement, position: Position | undefined): string[] | null {
  if (duty.elements.length === 0) return []
  if (!position || (position.elementsCovered.length === 0 && position.elementsNotMentioned.length === 0))
    return null
  return duty.elements.filter((element) => !position.elementsCovered.includes(element))
}

function peopleLeftOut(duty: Requirement, position: Position | undefined): string[] | null {
  if (!position || position.audienceCovered.length === 0) return null
  return audienceInWords(missingFrom(position.audienceCovered, duty.audience))
}
