import { daysBetween, type IsoDate, lastDayOf } from './dates.ts'
import type { Answer } from './records/assessment.ts'
import type { Level } from './vocabulary.ts'

/** From this level on a measure is met somewhere, and the framework asks what shows it. */
export const EVIDENCE_FROM_LEVEL = 3

/** Days after which evidence is called old before a round is signed off. */
export const OLD_EVIDENCE_DAYS = 365

/** What the person who signs a round off ought to know, as the measures it holds for. */
export interface RoundFindings {
  unanswered: string[]
  /** Level 3 and above with an empty evidence box. */
  withoutEvidence: string[]
  /** Does not apply, and nobody says why. */
  withoutReason: string[]
  /** Evidence more than a year old; of evidence without a date that is not known. */
  oldEvidence: string[]
  undatedEvidence: string[]
}

/** What is to be seen in the answers of a round on `asAt`. Nothing of it stands in the way: somebody has to say that it is so. */
export function roundFindings(answers: readonly Answer[], asAt: IsoDate): RoundFindings {
  const where = (holds: (answer: Answer) => boolean) => answers.filter(holds).map(({ measure }) => measure)
  return {
    unanswered: where(({ state }) => state === 'unanswered'),
    withoutEvidence: where(
      ({ level, evidenceState }) =>
        level !== null && level >= EVIDENCE_FROM_LEVEL && evidenceState === 'none',
    ),
    withoutReason: where(({ state, whyNotApplicable }) => state === 'not-applicable' && !whyNotApplicable),
    oldEvidence: where(
      ({ evidenceDate }) =>
        evidenceDate !== null && daysBetween(lastDayOf(evidenceDate), asAt) > OLD_EVIDENCE_DAYS,
    ),
    undatedEvidence: where(({ evidence, evidenceDate }) => evidence !== null && evidenceDate === null),
  }
}

/** How far several organisations' answers to one measure lie apart. */
export interface Spread {
  lowest: Level
  highest: Level
  /** Organisations with a level. */
  answered: number
}

/** The lowest and the highest level among answers; null when none has a level. What is not answered is no level 0. */
export function spreadOf(answers: readonly { level: Level | null }[]): Spread | null {
  const levels = answers.flatMap(({ level }) => level ?? []).toSorted((one, other) => one - other)
  const [lowest, highest] = [levels[0], levels.at(-1)]
  return lowest === undefined || highest === undefined ? null : { lowest, highest, answered: levels.length }
}
