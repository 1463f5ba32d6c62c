import type { coverageRequirementFacts } from '../../src/facts/coverage-requirement.ts'
import type { groupFacts } from '../../src/facts/group-facts.ts'
import type { localityFacts } from '../../src/facts/locality.ts'
import type { metricFacts } from '../../src/facts/metric-facts.ts'
import type { readingFacts } from '../../src/facts/reading.ts'
import type { serviceFacts } from '../../src/facts/service.ts'
import type { Predicates } from './predicates.ts'

export const coverageRequirementPredicates: Predicates<typeof coverageRequirementFacts> = {
  'coverage-claim-contradicted': (coverage) =>
    coverage.gapState === 'none-identified' && (coverage.hoursNotCovered ?? 0) > 0,
  'coverage-depends-on-condition': (coverage) =>
    (coverage.hoursConditional ?? 0) > 0 &&
    coverage.hoursNotCovered === coverage.hoursConditional &&
    coverage.gapState !== null &&
    coverage.gapState !== 'none-identified',
  'coverage-hours-not-covered': (coverage) =>
    (coverage.hoursNotCovered ?? 0) > 0 &&
    coverage.hoursConditional !== null &&
    coverage.hoursNotCovered !== coverage.hoursConditional &&
    coverage.gapState !== null &&
    coverage.gapState !== 'none-identified',
  'coverage-rests-on-one-provider': (coverage) => (coverage.hoursOnOneProvider ?? 0) > 0,
}

export const servicePredicates: Predicates<typeof serviceFacts> = {
  'service-capacity-concern': (service) => service.capacityConcern === true,
  'service-conditional': (service) => service.isConditional === true,
  'service-hours-not-given': (service) =>
    (service.meetsRequirements ?? 0) >= 1 && service.hoursStated === false,
  'service-places-not-given': (service) =>
    (service.meetsRequirements ?? 0) >= 1 && service.placesStated === false,
  'service-reduced-cover': (service) =>
    (service.meetsRequirements ?? 0) >= 1 && (service.reducedDaysCount ?? 0) >= 1,
  'service-rests-on-one-person': (service) => service.restsOnOnePerson === true,
  'service-statement-to-be-confirmed': (service) => (service.openStatementsCount ?? 0) >= 1,
}

export const metricPredicates: Predicates<typeof metricFacts> = {
  'metric-blocked': (metric) => metric.isBlocked === true,
  'metric-incomplete': (metric) => (metric.missingCount ?? 0) >= 1,
  'metric-moving-wrong-way': (metric) => (metric.movedWrongWayBy ?? 0) > 0,
  'metric-narrower-than-outcome': (metric) => metric.narrowerThanOutcome === true,
  'metric-not-defined': (metric) => metric.definitionOpen === true,
  'metric-reading-overdue': (metric) => (metric.daysReadingOverdue ?? 0) > 0,
}

export const groupPredicates: Predicates<typeof groupFacts> = {
  'group-line-to-retired-group': (group) =>
    (group.linesToRetired ?? 0) >= 1 && (group.reportingLines ?? 0) >= 1,
  'group-never-reported-to': (group) =>
    isNotRetired(group.state) && REGULARLY.includes(group.reportFrequency) && group.hasReport === false,
  'group-past-its-end': (group) => isNotRetired(group.state) && (group.daysPastEnd ?? 0) > 0,
  'group-report-frequency-not-stated': (group) => group.reportFrequency === 'not-stated',
  'group-report-overdue': (group) => isNotRetired(group.state) && (group.daysReportOverdue ?? 0) > 0,
  'group-reports-to-former-parent': (group) =>
    group.runsTheProgramme === true && (group.formerLines ?? 0) >= 1 && group.reportingLines === 0,
  'group-without-chair': (group) => group.runsTheProgramme === true && group.hasChair === false,
  'group-reports-to-group-below': (group) => (group.reportsToBelowCount ?? 0) >= 1,
  'group-without-end': (group) =>
    group.kind === 'task-and-finish' && isNotRetired(group.state) && group.hasEnd === false,
  'group-without-reporting-line': (group) =>
    group.runsTheProgramme === true && group.reportingLines === 0 && group.formerLines === 0,
}

const REGULARLY: readonly (string | null)[] = ['monthly', 'quarterly', 'twice-yearly', 'annual']

function isNotRetired(state: string | null): boolean {
  return state !== null && state !== 'retired'
}

export const readingPredicates: Predicates<typeof readingFacts> = {
  'reading-parts-do-not-add-up': (reading) => (reading.partsOffBy ?? 0) > 0,
  'reading-without-period': (reading) => reading.hasPeriod === false && reading.isPart === false,
  'reading-worse-than-comparator': (reading) => reading.standing === 'worse' && reading.isLatest === true,
}

export const localityPredicates: Predicates<typeof localityFacts> = {
  'place-part-not-named': (place) => place.partial === true && (place.services ?? 0) >= 1,
}
