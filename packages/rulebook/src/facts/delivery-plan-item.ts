import { type FactContext, numbered, recordRef, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import { linkedOfKind, linkedOfKindFact } from './linked-of-kind.ts'
import { positionFacts, readPosition } from './position-facts.ts'
import type { Subject } from './subject.ts'
import { countWork, taskRefs, workFacts, workstreamsOf } from './work-counts.ts'

/** What is known of one item of a delivery plan: whether it is in the programme's plans, and the work behind it. */
export const deliveryPlanItemFacts = {
  ...workFacts,
  ...positionFacts,
  inPlans: {
    label: 'It is explicitly in plans',
    type: 'yes-no',
    description: 'A task is linked to it, or the programme says that a workstream carries it.',
  },
  linkedOfKind: {
    ...linkedOfKindFact,
    label: 'Items of the delivery plan that are in plans',
    unit: 'item',
    description:
      'Items of the same delivery plan that are explicitly in plans; 0 says that nobody has gone through them yet.',
  },
} as const satisfies SubjectFacts

const itemSubject = subjectMaker('delivery-plan-item', deliveryPlanItemFacts)

/** One subject for each item of the delivery plans that the programme answers to. */
export function deliveryPlanItemSubjects(context: FactContext): Subject[] {
  const { links, positions } = context
  const inPlans = ({ id }: { id: string }) =>
    links.tasksOf(id).length > 0 || positions.get(id)?.hasWorkstream === true
  const linked = linkedOfKind(context, inPlans)
  return context.requirements.all
    .filter((entry) => entry.kind === 'delivery-plan-item')
    .map((item) => {
      const tasks = links.tasksOf(item.id)
      const position = positions.get(item.id)
      return itemSubject(
        {
          id: item.id,
          title: numbered(item),
          audience: item.audience,
          workstreams: [...workstreamsOf(tasks), ...links.workstreamsOf(item.id)],
          requirements: context.countsUnder([item.id]),
          records: [
            requirementRef(item),
            ...(position ? [recordRef('position', position, `Position on ${item.title}`)] : []),
            ...taskRefs(tasks),
          ],
        },
        {
          ...countWork(tasks),
          ...readPosition(position, context.asAt),
          inPlans: inPlans(item),
          linkedOfKind: linked(item),
        },
      )
    })
}
