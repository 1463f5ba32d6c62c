import type { milestoneFacts } from '../../src/facts/milestone.ts'
import type { programmeFacts } from '../../src/facts/programme-facts.ts'
import type { taskFacts } from '../../src/facts/task-facts.ts'
import type { workstreamFacts } from '../../src/facts/workstream.ts'
import type { Predicates } from './predicates.ts'

export const taskPredicates: Predicates<typeof taskFacts> = {
  'task-blocked': (task) =>
    task.status === 'blocked' && task.waitsForDecision === false && task.waitsForFunding === false,
  'task-depends-on-troubled-work': (task) => task.isLive === true && (task.troubledDependencies ?? 0) >= 1,
  'task-depends-on-undated-work': (task) => task.isLive === true && (task.undatedDependencies ?? 0) >= 1,
  'task-depends-on-unplanned-work': (task) => task.isLive === true && (task.unplannedDependencies ?? 0) >= 1,
  'task-done-without-evidence': (task) => task.isLive === false && task.evidenceLinks === 0,
  'task-duplicated': (task) => (task.sameWork ?? 0) >= 1 && task.listedFirst === true,
  'task-in-two-quarters': (task) => (task.sameWorkInOtherQuarters ?? 0) >= 1 && task.listedFirst === true,
  'task-overdue': (task) => task.isLive === true && (task.daysLate ?? 0) > 0,
  'task-quarter-without-year': (task) => task.isLive === true && task.quarterWithoutYear === true,
  'task-serves-no-requirement': (task) => task.isLive === true && task.requirementsServed === 0,
  'task-silent-30-days': (task) => task.isLive === true && (task.daysSilent ?? 0) > 30,
  'task-waiting-for-decision': (task) => task.isLive === true && task.waitsForDecision === true,
  'task-waiting-for-funding': (task) => task.isLive === true && task.waitsForFunding === true,
  'task-without-date': (task) => task.isLive === true && task.hasDate === false,
  'task-without-owner': (task) => task.isLive === true && task.hasOwner === false,
}

export const milestonePredicates: Predicates<typeof milestoneFacts> = {
  'milestone-met-undated': (milestone) => milestone.status === 'done' && milestone.hasDate === false,
  'milestone-moved': (milestone) =>
    milestone.isOpen === true && milestone.timesMoved === 1 && milestone.movedLater === true,
  'milestone-moved-again': (milestone) =>
    milestone.isOpen === true && (milestone.timesMoved ?? 0) >= 2 && milestone.movedLater === true,
  'milestone-overdue': (milestone) => milestone.isOpen === true && (milestone.daysLate ?? 0) > 0,
  'milestone-status-not-known': (milestone) => milestone.status === 'unknown',
  'milestone-without-date': (milestone) => milestone.isOpen === true && milestone.hasDate === false,
}

export const workstreamPredicates: Predicates<typeof workstreamFacts> = {
  'workstream-without-lead': (workstream) => workstream.hasLead === false && (workstream.liveTasks ?? 0) >= 1,
}

export const programmePredicates: Predicates<typeof programmeFacts> = {
  'coverage-not-mapped': (programme) =>
    (programme.services ?? 0) >= 1 && programme.coverageRequirements === 0,
  'most-building-blocks-without-work': ({ blocksWithTasks, percentBlocksWithTasks: percent }) =>
    (blocksWithTasks ?? 0) >= 1 && percent !== null && percent < 50,
  'most-task-statuses-not-known': (programme) => (programme.percentStatusUnknown ?? 0) >= 50,
  'most-tasks-without-date': (programme) => (programme.percentWithoutDate ?? 0) >= 50,
  'most-tasks-without-owner': (programme) => (programme.percentWithoutOwner ?? 0) >= 50,
  'most-tasks-without-requirement': (programme) => (programme.percentWithoutRequirement ?? 0) >= 50,
  'newest-figure-out-of-date': (programme) => (programme.newestReadingAgeDays ?? 0) > 365,
  'no-coverage-for-children': (programme) =>
    (programme.coverageRequirements ?? 0) >= 1 &&
    (programme.dutiesForChildren ?? 0) >= 1 &&
    programme.servicesForChildren === 0,
  'no-delivery-plan': (programme) => (programme.duties ?? 0) >= 1 && programme.deliveryPlanItems === 0,
  'no-metric': (programme) => (programme.duties ?? 0) >= 1 && programme.metrics === 0,
  'no-metric-for-children': (programme) =>
    (programme.metrics ?? 0) >= 1 &&
    (programme.dutiesForChildren ?? 0) >= 1 &&
    programme.metricsNamingChildren === 0,
  'no-metric-with-baseline': (programme) =>
    (programme.metrics ?? 0) >= 1 && programme.metricsWithBaseline === 0,
  'no-self-assessment': (programme) => (programme.scoredFrameworks ?? 0) >= 1 && programme.assessments === 0,
  'no-service-for-children': (programme) =>
    programme.coverageRequirements === 0 &&
    (programme.services ?? 0) >= 1 &&
    (programme.dutiesForChildren ?? 0) >= 1 &&
    programme.servicesNamingChildren === 0,
  'no-task-for-children': (programme) =>
    (programme.dutiesForChildren ?? 0) >= 1 && programme.liveTasksNaming?.children === 0,
  'no-work-linked-to-duties': (programme) =>
    (programme.duties ?? 0) >= 1 && (programme.liveTasks ?? 0) >= 1 && programme.dutiesWithTasks === 0,
  'no-work-linked-to-kind': (programme) =>
    (programme.liveTasks ?? 0) >= 1 && (programme.kindsWithoutTasksCount ?? 0) >= 1,
  'programme-without-sro': (programme) => programme.sroInPost === false,
}
