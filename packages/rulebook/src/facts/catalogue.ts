import type { SubjectKind } from '@workplan/domain'
import { ambitionFacts } from './ambition.ts'
import { assessmentFacts } from './assessment.ts'
import { claimFacts } from './claim-facts.ts'
import { coverageRequirementFacts } from './coverage-requirement.ts'
import type { SubjectFacts } from './declaration.ts'
import { deliveryPlanItemFacts } from './delivery-plan-item.ts'
import { dutyFacts } from './duty.ts'
import { foiAnswerFacts } from './foi-answer.ts'
import { foundationFacts } from './foundation.ts'
import { groupFacts } from './group-facts.ts'
import { localityFacts } from './locality.ts'
import { measureFacts } from './measure-facts.ts'
import { metricFacts } from './metric-facts.ts'
import { milestoneFacts } from './milestone.ts'
import { openIssueFacts } from './open-issue.ts'
import { principleFacts } from './principle.ts'
import { programmeFacts } from './programme-facts.ts'
import { readingFacts } from './reading.ts'
import { serviceFacts } from './service.ts'
import { statedGapFacts } from './stated-gap.ts'
import { taskFacts } from './task-facts.ts'
import { workstreamFacts } from './workstream.ts'

/** The facts declared for each kind of subject that rules can judge; a rule may use no other. */
export const factCatalogue: Readonly<Partial<Record<SubjectKind, SubjectFacts>>> = {
  programme: programmeFacts,
  duty: dutyFacts,
  foundation: foundationFacts,
  principle: principleFacts,
  'delivery-plan-item': deliveryPlanItemFacts,
  ambition: ambitionFacts,
  measure: measureFacts,
  assessment: assessmentFacts,
  workstream: workstreamFacts,
  task: taskFacts,
  milestone: milestoneFacts,
  'coverage-requirement': coverageRequirementFacts,
  service: serviceFacts,
  'stated-gap': statedGapFacts,
  metric: metricFacts,
  reading: readingFacts,
  claim: claimFacts,
  group: groupFacts,
  'foi-answer': foiAnswerFacts,
  locality: localityFacts,
  'open-issue': openIssueFacts,
}
