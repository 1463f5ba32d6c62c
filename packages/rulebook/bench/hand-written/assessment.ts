import type { assessmentFacts } from '../../src/facts/assessment.ts'
import type { claimFacts } from '../../src/facts/claim-facts.ts'
import type { foiAnswerFacts } from '../../src/facts/foi-answer.ts'
import type { measureFacts } from '../../src/facts/measure-facts.ts'
import type { Predicates } from './predicates.ts'

export const measurePredicates: Predicates<typeof measureFacts> = {
  'answer-about-something-else': (measure) => measure.answersSomethingElse === true,
  'evidence-out-of-date': (measure) => (measure.evidenceAgeDays ?? 0) > 730,
  'evidence-repeated': (measure) =>
    measure.sameEvidenceElsewhere === 1 &&
    (measure.evidenceState === 'described' || measure.evidenceState === 'duplicate'),
  'evidence-same-on-many': (measure) =>
    (measure.sameEvidenceElsewhere ?? 0) >= 2 &&
    (measure.evidenceState === 'described' ||
      measure.evidenceState === 'duplicate' ||
      measure.evidenceState === 'pending'),
  'evidence-still-to-come': (measure) =>
    (measure.level ?? 0) >= 3 && measure.evidenceStillToCome === true && measure.level !== 5,
  'evidence-to-be-confirmed': (measure) =>
    measure.evidenceToBeConfirmed === true && measure.level !== null && measure.level !== 5,
  'gap-not-known': (measure) => measure.gapNotKnown === true,
  'gap-without-work': (measure) =>
    measure.gapStated === true &&
    measure.gapNotKnown === false &&
    measure.liveTasks === 0 &&
    measure.hasNextStep === false &&
    (measure.gapSaysNoPlan === false || (measure.level !== null && measure.level !== 2)),
  'level-2-without-plan': (measure) => measure.level === 2 && measure.gapSaysNoPlan === true,
  'level-4-contradicted-by-coverage': ({ level, percentCovered }) =>
    level === 4 && percentCovered !== null && percentCovered < 50,
  'level-5-contradicted-by-coverage': (measure) => measure.level === 5 && (measure.hoursNotCovered ?? 0) > 0,
  'level-5-without-complete-evidence': ({ level, evidenceState, ...measure }) =>
    level === 5 &&
    evidenceState !== null &&
    evidenceState !== 'none' &&
    (evidenceState !== 'described' ||
      measure.evidenceStillToCome === true ||
      measure.evidenceIsPlaceholder === true ||
      measure.evidenceAsksQuestion === true ||
      measure.evidenceToBeConfirmed === true),
  'level-contradicted-by-foundation': (measure) =>
    (measure.level ?? 0) >= 3 && (measure.foundationsWithoutWorkstreamCount ?? 0) >= 1,
  'level-without-evidence': (measure) => (measure.level ?? 0) >= 3 && measure.evidenceState === 'none',
  'level-zero-or-one': ({ level }) => level !== null && level <= 1,
  'low-level-without-evidence': ({ level, evidenceState, evidenceIsPlaceholder }) =>
    level !== null && level < 3 && (evidenceState === 'none' || evidenceIsPlaceholder === true),
  'measure-unanswered': (measure) =>
    measure.answerState === 'unanswered' && (measure.dutiesForAudience ?? 0) >= 1,
  'measure-unanswered-outside-duties': (measure) =>
    measure.answerState === 'unanswered' && measure.dutiesForAudience === 0,
  'open-question-in-evidence': (measure) =>
    measure.evidenceAsksQuestion === true && measure.level !== null && measure.level !== 5,
  'placeholder-evidence': (measure) =>
    (measure.level ?? 0) >= 3 && measure.evidenceIsPlaceholder === true && measure.level !== 5,
  'plan-claimed-without-work': (measure) =>
    measure.level === 2 &&
    measure.liveTasks === 0 &&
    measure.liveTasksAbove === 0 &&
    measure.workstreamNamed === false,
}

export const assessmentPredicates: Predicates<typeof assessmentFacts> = {
  'assessment-blank-for-children': (round) =>
    (round.childrenMeasures ?? 0) >= 1 && round.childrenAnswered === 0,
  'assessment-header-blank': (round) => (round.headerBlankCount ?? 0) >= 1,
  'assessment-not-signed-off': (round) => round.signedOff === false,
  'assessment-out-of-date': (round) => (round.ageDays ?? 0) > 365,
  'assessment-undated': (round) => round.dated === false,
}

export const claimPredicates: Predicates<typeof claimFacts> = {
  'answer-letter-and-text-disagree': ({ letterGiven, letterFromText }) =>
    letterGiven !== null && letterFromText !== null && letterGiven !== letterFromText,
  'claim-differs-from-records': (claim) => (claim.largestDifference ?? 0) > 0.1,
  'claim-of-most-contradicted': ({ percentAtClaimedLevel: percent }) => percent !== null && percent < 50,
  'claim-parts-do-not-add-up': (claim) => (claim.partsOffBy ?? 0) > 0,
  'claim-rounded-differently': ({ largestDifference: difference }) =>
    difference !== null && difference > 0 && difference <= 0.1,
}

export const foiAnswerPredicates: Predicates<typeof foiAnswerFacts> = {
  'foi-answer-cites-draft': (answer) => (answer.citesDraftsCount ?? 0) >= 1,
  'foi-answer-unclear': (answer) => (answer.options ?? 0) >= 1 && answer.chosen === 0,
}
