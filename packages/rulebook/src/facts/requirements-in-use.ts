import { percent, type RecordRef, type RequirementKind } from '@workplan/domain'
import { isLive } from '../links/requirement-links.ts'
import type { FrameworkRequirement } from '../links/requirement-tree.ts'
import { type FactContext, requirementRef } from './context.ts'
import type { FactsOf } from './declaration.ts'
import type { programmeFacts } from './programme-facts.ts'

type InUseFact =
  | 'duties'
  | 'dutiesWithTasks'
  | 'kindsWithoutTasks'
  | 'kindsWithoutTasksCount'
  | 'blocks'
  | 'blocksWithTasks'
  | 'percentBlocksWithTasks'
  | 'deliveryPlanItems'

/** Kinds of requirement that a plan is expected to name, with what several of them are called. */
const EXPECTED_IN_PLANS: readonly [RequirementKind, string][] = [
  ['foundation', 'foundations'],
  ['principle', 'principles'],
  ['delivery-plan-item', 'delivery-plan items'],
  ['building-block', 'building blocks'],
  ['enabler', 'enablers'],
]

/** How far the programme's tasks are linked to the requirements it answers to. */
export interface RequirementsInUse {
  facts: Pick<FactsOf<typeof programmeFacts>, InUseFact>
  /** The duties that were looked at. */
  records: RecordRef[]
}

/** Which requirements tasks serve: rests on which tasks are live and what all of them serve. */
export function requirementsInUse({ requirements, links }: FactContext): RequirementsInUse {
  const ofKind = (kind: RequirementKind) => requirements.all.filter((entry) => entry.kind === kind)
  const hasTask = ({ id }: FrameworkRequirement) => links.tasksOf(id).length > 0
  const duties = ofKind('duty')
  const blocks = ofKind('building-block')
  const blocksWithTasks = blocks.filter(({ id }) => links.tasksOf(id).some(isLive)).length
  const unused = EXPECTED_IN_PLANS.flatMap(([kind, name]) => {
    const all = ofKind(kind)
    return all.length === 0 || all.some(hasTask) ? [] : [counted(all.length, name)]
  })
  return {
    facts: {
      duties: duties.length,
      dutiesWithTasks: duties.filter(hasTask).length,
      kindsWithoutTasks: unused,
      kindsWithoutTasksCount: unused.length,
      blocks: blocks.length,
      blocksWithTasks,
      percentBlocksWithTasks: percent(blocksWithTasks, blocks.length),
      deliveryPlanItems: ofKind('delivery-plan-item').length,
    },
    records: duties.map(requirementRef),
  }
}

function counted(count: number, plural: string): string {
  return `${count} ${count === 1 ? plural.replace(/s$/, '') : plural}`
}
