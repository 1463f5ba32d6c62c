import { z } from 'zod'
import { type Answer, AnswerState, EvidenceState } from './records/assessment.ts'
import { statedNow } from './stated-now.ts'
import { Level, PartialDateSchema } from './vocabulary.ts'

/** What may be changed on a measure's answer. A field left out stays as it is; null empties it. */
export const AnswerChange = z
  .strictObject({
    state: AnswerState.optional(),
    level: Level.nullable().optional(),
    evidence: z.string().trim().min(1).max(4000).nullable().optional(),
    evidenceState: EvidenceState.optional(),
    evidenceDate: PartialDateSchema.nullable().optional(),
    gap: z.string().trim().min(1).max(4000).nullable().optional(),
    gapIsNil: z.boolean().optional(),
    nextStep: z.string().trim().min(1).max(2000).nullable().optional(),
    whyNotApplicable: z.string().trim().min(1).max(2000).nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { message: 'Change at least one field' })
export type AnswerChange = z.infer<typeof AnswerChange>

/** Why an answer cannot be changed so, as field and sentence. */
export interface AnswerProblem {
  field: keyof AnswerChange
  message: string
}

/**
 * The answer after a change, or what stands against it. A level answers the measure, and no level leaves it unanswered,
 * unless the change says another state. Evidence counts as described unless the change says what it is; a gap that is
 * named is a gap. What an earlier text was taken to speak of is not said of a new one.
 */
export function changeAnswer(
  answer: Answer,
  change: AnswerChange,
): { answer: Answer } | { problems: AnswerProblem[] } {
  const next: Answer = { ...answer, ...change }
  if (change.state === undefined && change.level !== undefined) next.state = stateWithLevel(answer, next)
  if (change.level === undefined && next.state !== 'answered') next.level = null
  if (change.evidenceState === undefined && change.evidence !== undefined)
    next.evidenceState = change.evidence === null ? 'none' : 'described'
  if (change.gapIsNil === undefined && typeof change.gap === 'string') next.gapIsNil = false
  if (change.evidence !== undefined) next.answeredFor = null
  next.basis = statedNow(answer.basis, Object.keys(change))
  const problems = problemsWith(next, change)
  return problems.length > 0 ? { problems } : { answer: next }
}

function stateWithLevel(before: Answer, next: Answer): Answer['state'] {
  if (next.level !== null) return 'answered'
  return before.state === 'answered' ? 'unanswered' : before.state
}

function problemsWith(
  { state, level, evidence, evidenceState }: Answer,
  change: AnswerChange,
): AnswerProblem[] {
  const problems: AnswerProblem[] = []
  if (state === 'answered' && level === null)
    problems.push({ field: 'level', message: 'An answered measure has a level from 0 to 5' })
  if (state !== 'answered' && level !== null)
    problems.push({ field: 'level', message: 'Only an answered measure has a level' })
  const touchesEvidence = change.evidence !== undefined || change.evidenceState !== undefined
  if (touchesEvidence && (evidenceState === 'none') !== (evidence === null))
    problems.push({
      field: 'evidenceState',
      message: 'Evidence of no kind has no text, and any other has one',
    })
  return problems
}
