import { type FactContext, numbered, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import { linkedOfKind, linkedOfKindFact } from './linked-of-kind.ts'
import type { Subject } from './subject.ts'
import { countWork, taskRefs, workFacts, workstreamsOf } from './work-counts.ts'

/** What is known of one principle: the work that puts it into practice. */
export const principleFacts = { ...workFacts, linkedOfKind: linkedOfKindFact } as const satisfies SubjectFacts

const principleSubject = subjectMaker('principle', principleFacts)

/** One subject for each principle of the programme's frameworks. */
export function principleSubjects(context: FactContext): Subject[] {
  const linked = linkedOfKind(context)
  return context.requirements.all
    .filter((entry) => entry.kind === 'principle')
    .map((principle) => {
      const tasks = context.links.tasksOf(principle.id)
      return principleSubject(
        {
          id: principle.id,
          title: numbered(principle),
          audience: principle.audience,
          workstreams: [...workstreamsOf(tasks), ...context.links.workstreamsOf(principle.id)],
          requirements: context.countsUnder([principle.id]),
          records: [requirementRef(principle), ...taskRefs(tasks)],
        },
        { ...countWork(tasks), linkedOfKind: linked(principle) },
      )
    })
}
