import { z } from 'zod'
import { changeAnswer, type AnswerChange, type AnswerProblem } from './answer-change.ts'
import { firstDayOf, type IsoDate } from './dates.ts'
import { type Answer, AnswerState, type OrganisationAnswer } from './records/assessment.ts'
import { Id, Level, PartialDateSchema } from './vocabulary.ts'

/** To give a measure the answer it had in the round before. Evidence that is taken over needs the date of a new look at it. */
export const SameAsLast = z.strictObject({
  /** The person says so for this measure; nothing is carried over by itself. */
  confirmed: z.literal(true),
  evidenceDate: PartialDateSchema.nullable(),
})
export type SameAsLast = z.infer<typeof SameAsLast>

const organisationFields = {
  state: AnswerState.exclude(['not-scored']),
  level: Level.nullable(),
  evidence: z.string().trim().min(1).max(4000).nullable(),
  gap: z.string().trim().min(1).max(4000).nullable(),
  whyNotApplicable: z.string().trim().min(1).max(2000).nullable(),
}

/** What an organisation answers, whole: there is no answer of it yet. */
export const NewOrganisationAnswer = z.strictObject({ provider: Id, ...organisationFields })
export type NewOrganisationAnswer = z.infer<typeof NewOrganisationAnswer>

/** An organisation's answer in the place of the one it gave. */
export const OrganisationAnswerChange = z.strictObject(organisationFields)
export type OrganisationAnswerChange = z.infer<typeof OrganisationAnswerChange>

type Outcome<Result> = { answer: Result } | { problems: AnswerProblem[] }

/** What a person writes about a measure, which stands in the place of a word-for-word confirmation. */
const SAID: readonly (keyof AnswerChange)[] = ['state', 'level', 'evidence', 'gap', 'nextStep']

/**
 * A measure's answer in an open round after a change made on `asAt`, or what stands against it. A measure that does not apply
 * needs the reason; evidence cannot be of a day to come.
 */
export function scoreAnswer(answer: Answer, change: AnswerChange, asAt: IsoDate): Outcome<Answer> {
  const changed = changeAnswer(answer, change)
  if ('problems' in changed) return changed
  const next = changed.answer
  if (next.state !== 'not-applicable') next.whyNotApplicable = null
  if (next.evidence === null) next.evidenceDate = null
  if (SAID.some((field) => change[field] !== undefined)) next.confirms = null
  const problems = [...problemsOfState(next), ...problemsOfDate(next.evidenceDate, asAt)]
  return problems.length > 0 ? { problems } : { answer: next }
}

/**
 * The answer of the round before as the answer of this one, or what stands against it. `answerIn` finds the answer of this
 * round that stands for one of the round before, for what the text points to.
 */
export function answerAsLast(
  answer: Answer,
  last: Answer,
  { evidenceDate }: SameAsLast,
  asAt: IsoDate,
  answerIn: (last: string) => string | null,
): Outcome<Answer> {
  const { state, level, evidence, evidenceState, gap, gapIsNil, nextStep, answeredFor } = last
  const whyNotApplicable = last.whyNotApplicable ?? null
  const next: Answer = {
    ...answer,
    ...{ state, level, evidence, evidenceState, evidenceDate, gap, gapIsNil, nextStep, answeredFor },
    seeAlso: last.seeAlso.flatMap((id) => answerIn(id) ?? []),
    whyNotApplicable,
    confirms: last.id,
  }
  const problems = [...problemsOfState(next), ...problemsOfDate(evidenceDate, asAt)]
  if (state === 'unanswered')
    problems.push({ field: 'state', message: 'It was not answered in the round before' })
  if (evidence !== null && evidenceDate === null)
    problems.push({ field: 'evidenceDate', message: 'Say when somebody last looked at the evidence' })
  if (evidence === null && evidenceDate !== null)
    problems.push({ field: 'evidenceDate', message: 'There was no evidence, so it has no date' })
  return problems.length > 0 ? { problems } : { answer: next }
}

/** An organisation's answer with what it says now, or what stands against it. */
export function organisationSays(
  answer: Omit<OrganisationAnswer, keyof OrganisationAnswerChange>,
  said: OrganisationAnswerChange,
): Outcome<OrganisationAnswer> {
  const problems = problemsOfState(said)
  if ((said.state === 'answered') !== (said.level !== null))
    problems.push({ field: 'level', message: 'An answered measure has a level from 0 to 5' })
  return problems.length > 0 ? { problems } : { answer: { ...answer, ...said } }
}

function problemsOfState({
  state,
  whyNotApplicable,
}: Pick<Answer, 'state' | 'whyNotApplicable'>): AnswerProblem[] {
  if (state === 'not-scored')
    return [{ field: 'state', message: 'Only a heading row is not scored; a measure can be unanswered' }]
  return state === 'not-applicable' && !whyNotApplicable
    ? [{ field: 'whyNotApplicable', message: 'Say why the measure does not apply' }]
    : []
}

function problemsOfDate(evidenceDate: string | null, asAt: IsoDate): AnswerProblem[] {
  return evidenceDate !== null && firstDayOf(evidenceDate) > asAt
    ? [{ field: 'evidenceDate', message: 'The evidence cannot be of a day to come' }]
    : []
}
