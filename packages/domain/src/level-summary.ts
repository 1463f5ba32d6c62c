import type { Answer } from './records/assessment.ts'
import type { Requirement } from './framework.ts'
import type { Level } from './vocabulary.ts'

export type LevelCounts = Record<`${Level}`, number>

/** How the scored measures of one ambition (or of all) stand. Percentages have one decimal, halves rounded up. */
export interface LevelFigures {
  /** Scored measures that apply: the denominator of every plain percentage, unanswered ones included. */
  measures: number
  answered: number
  unanswered: number
  /** Measures marked not applicable; they are in no denominator. */
  notApplicable: number
  countAtLevel: LevelCounts
  /** Share of all measures; does not add up to 100 when some are unanswered. */
  percentAtLevel: LevelCounts
  /** Share of the answered measures. */
  percentAtLevelOfAnswered: LevelCounts
  level3AndAbove: { count: number; percent: number | null; percentOfAnswered: number | null }
}

export interface AmbitionLevels extends LevelFigures {
  id: string
  number: number
  title: string
}

export interface LevelSummary {
  ambitions: AmbitionLevels[]
  total: LevelFigures
}

type MeasureAnswer = Pick<Answer, 'measure' | 'state' | 'level'>
type FrameworkEntry = Pick<Requirement, 'id' | 'kind' | 'number' | 'title' | 'parent' | 'scored'>

/** `part` of `whole` in percent to one decimal, halves up; null when there is nothing to divide by. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole) / 10
}

/**
 * Levels by ambition and in total. A scored measure without an answer counts as unanswered, never as zero;
 * a heading row (`scored: false`) counts nowhere.
 */
export function summariseLevels(
  requirements: readonly FrameworkEntry[],
  answers: readonly MeasureAnswer[],
): LevelSummary {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  const answerOf = new Map(answers.map((answer) => [answer.measure, answer]))
  const measures = requirements.filter((entry) => entry.kind === 'measure' && entry.scored)
  const ambitions = requirements
    .filter((entry) => entry.kind === 'ambition')
    .map((ambition) => ({
      id: ambition.id,
      number: Number(ambition.number),
      title: ambition.title,
      ...figuresOf(
        measures.filter((measure) => ambitionOf(measure, byId)?.id === ambition.id),
        answerOf,
      ),
    }))
  return { ambitions, total: figuresOf(measures, answerOf) }
}

/** The ambition above a measure or building block; undefined when there is none. */
export function ambitionOf<Entry extends Pick<Requirement, 'kind' | 'parent'>>(
  entry: Entry,
  byId: ReadonlyMap<string, Entry>,
): Entry | undefined {
  let current: Entry | undefined = entry
  while (current && current.kind !== 'ambition')
    current = current.parent ? byId.get(current.parent) : undefined
  return current
}

function figuresOf(
  measures: readonly FrameworkEntry[],
  answerOf: ReadonlyMap<string, MeasureAnswer>,
): LevelFigures {
  const countAtLevel: LevelCounts = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }
  let answered = 0
  let notApplicable = 0
  for (const measure of measures) {
    const answer = answerOf.get(measure.id)
    if (answer?.state === 'not-applicable') notApplicable += 1
    else if (answer && answer.level !== null) {
      answered += 1
      countAtLevel[answer.level] += 1
    }
  }
  const applicable = measures.length - notApplicable
  const count = countAtLevel[3] + countAtLevel[4] + countAtLevel[5]
  return {
    measures: applicable,
    answered,
    unanswered: applicable - answered,
    notApplicable,
    countAtLevel,
    percentAtLevel: shares(countAtLevel, applicable),
    percentAtLevelOfAnswered: shares(countAtLevel, answered),
    level3AndAbove: {
      count,
      percent: percent(count, applicable),
      percentOfAnswered: percent(count, answered),
    },
  }
}

function shares(counts: LevelCounts, whole: number): LevelCounts {
  const share = (count: number) => percent(count, whole) ?? 0
  return {
    0: share(counts[0]),
    1: share(counts[1]),
    2: share(counts[2]),
    3: share(counts[3]),
    4: share(counts[4]),
    5: share(counts[5]),
  }
}
