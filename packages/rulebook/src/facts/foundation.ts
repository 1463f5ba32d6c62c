import { type FactContext, numbered, recordRef, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import { linkedOfKind, linkedOfKindFact } from './linked-of-kind.ts'
import { positionFacts, readPosition } from './position-facts.ts'
import type { Subject } from './subject.ts'
import { countWork, taskRefs, workFacts, workstreamsOf } from './work-counts.ts'

/** What is known of one foundation: the work behind it and where the programme says it stands. */
export const foundationFacts = {
  ...workFacts,
  ...positionFacts,
  linkedOfKind: linkedOfKindFact,
} as const satisfies SubjectFacts

const foundationSubject = subjectMaker('foundation', foundationFacts)

/** One subject for each foundation of the programme's frameworks. */
export function foundationSubjects(context: FactContext): Subject[] {
  const linked = linkedOfKind(context)
  return context.requirements.all
    .filter((entry) => entry.kind === 'foundation')
    .map((foundation) => {
      const tasks = context.links.tasksOf(foundation.id)
      const position = context.positions.get(foundation.id)
      return foundationSubject(
        {
          id: foundation.id,
          title: numbered(foundation),
          audience: foundation.audience,
          workstreams: [...workstreamsOf(tasks), ...context.links.workstreamsOf(foundation.id)],
          requirements: context.countsUnder([foundation.id]),
          records: [
            requirementRef(foundation),
            ...(position ? [recordRef('position', position, `Position on ${foundation.title}`)] : []),
            ...taskRefs(tasks),
          ],
        },
        {
          ...countWork(tasks),
          ...readPosition(position, context.asAt),
          linkedOfKind: linked(foundation),
        },
      )
    })
}
