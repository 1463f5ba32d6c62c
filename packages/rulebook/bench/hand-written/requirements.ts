import type { ambitionFacts } from '../../src/facts/ambition.ts'
import type { deliveryPlanItemFacts } from '../../src/facts/delivery-plan-item.ts'
import type { dutyFacts } from '../../src/facts/duty.ts'
import type { foundationFacts } from '../../src/facts/foundation.ts'
import type { openIssueFacts } from '../../src/facts/open-issue.ts'
import type { principleFacts } from '../../src/facts/principle.ts'
import type { statedGapFacts } from '../../src/facts/stated-gap.ts'
import type { Predicates } from './predicates.ts'

export const dutyPredicates: Predicates<typeof dutyFacts> = {
  'duty-audience-not-covered': (duty) => (duty.peopleNotCoveredCount ?? 0) >= 1,
  'duty-element-not-covered': (duty) => (duty.elementsNotCoveredCount ?? 0) >= 1,
  'duty-evidence-about-something-near': (duty) => duty.proxyEvidence === true,
  'duty-evidence-out-of-date': (duty) => (duty.evidenceAgeDays ?? 0) > 365,
  'duty-gap-not-known': (duty) => duty.gapState === 'not-yet-known',
  'duty-gap-without-next-step': (duty) =>
    (duty.gapState === 'known' || duty.gapState === 'not-yet-known') && duty.hasNextStep === false,
  'duty-next-step-overdue': (duty) => (duty.nextStepDaysLate ?? 0) > 0,
  'duty-next-step-without-date': (duty) => duty.hasNextStep === true && duty.nextStepDated === false,
  'duty-no-gap-not-confirmed': (duty) =>
    duty.gapState === 'none-identified' && duty.confirmationPending === true,
  'duty-statement-uncertain': (duty) => duty.statementUncertain === true,
  'duty-without-live-task': (duty) => duty.liveTasks === 0 && (duty.linkedOfKind ?? 0) >= 1,
  'duty-work-all-blocked': (duty) =>
    (duty.liveTasks ?? 0) >= 1 && duty.tasksByStatus?.blocked === duty.liveTasks,
}

export const foundationPredicates: Predicates<typeof foundationFacts> = {
  'foundation-without-workstream': (foundation) => foundation.hasWorkstream === false,
  'foundation-workstream-without-task': (foundation) =>
    foundation.hasWorkstream === true && foundation.liveTasks === 0 && (foundation.linkedOfKind ?? 0) >= 1,
}

export const ambitionPredicates: Predicates<typeof ambitionFacts> = {
  'ambition-below-half-at-level-3': ({ percentAtLevel3AndAbove: percent }) =>
    percent !== null && percent < 50,
  'ambition-without-live-task': (ambition) => ambition.liveTasks === 0 && (ambition.linkedOfKind ?? 0) >= 1,
}

export const statedGapPredicates: Predicates<typeof statedGapFacts> = {
  'stated-gap-answered-elsewhere': (gap) =>
    gap.namedUnderRequirement === true && (gap.liveTasks ?? 0) >= 1 && gap.liveTasksSameRequirement === 0,
  'stated-gap-without-task': (gap) => gap.liveTasks === 0,
}

export const principlePredicates: Predicates<typeof principleFacts> = {
  'principle-without-action': (principle) => principle.liveTasks === 0 && (principle.linkedOfKind ?? 0) >= 1,
}

export const deliveryPlanItemPredicates: Predicates<typeof deliveryPlanItemFacts> = {
  'delivery-plan-item-not-in-plans': (item) => item.inPlans === false && (item.linkedOfKind ?? 0) >= 1,
}

export const openIssuePredicates: Predicates<typeof openIssueFacts> = {
  'open-issue-not-settled': (issue) => issue.aboutRequirement === false,
}
