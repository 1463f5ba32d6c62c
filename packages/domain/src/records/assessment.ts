import { z } from 'zod'
import { Id, Level, PartialDateSchema, recordBase } from '../vocabulary.ts'

/** One dated round of scoring a framework's measures. Header fields are null when the form leaves them blank. */
export const Assessment = z.strictObject({
  ...recordBase,
  framework: Id,
  title: z.string().min(1),
  organisation: z.string().nullable(),
  completedBy: z.string().nullable(),
  formVersion: z.string().nullable(),
  completedOn: PartialDateSchema.nullable(),
  signedOffBy: z.string().nullable(),
  history: z.array(z.strictObject({ when: z.string(), event: z.string() })),
  /** True for the round that views and flags read; exactly one for each framework. */
  current: z.boolean(),
})
export type Assessment = z.infer<typeof Assessment>

/** Unanswered, not applicable and not scored (a heading row) are three different things, and none is zero. */
export const AnswerState = z.enum(['answered', 'unanswered', 'not-applicable', 'not-scored'])

/**
 * What the evidence box holds: `none` empty; `bare` a name or a 'yes'; `reference` a pointer to something else;
 * `duplicate` another measure's text; `pending` work to come; `to-be-confirmed`; `query` an open question; `described` evidence.
 */
export const EvidenceState = z.enum([
  'none',
  'bare',
  'reference',
  'duplicate',
  'pending',
  'to-be-confirmed',
  'query',
  'described',
])
export type EvidenceState = z.infer<typeof EvidenceState>

/** One measure's answer in one assessment. */
export const Answer = z
  .strictObject({
    ...recordBase,
    assessment: Id,
    measure: Id,
    state: AnswerState,
    level: Level.nullable(),
    evidence: z.string().nullable(),
    evidenceState: EvidenceState,
    /** When the evidence itself was gathered, if it says. */
    evidenceDate: PartialDateSchema.nullable(),
    gap: z.string().nullable(),
    /** True when the gap box says that there is no gap. */
    gapIsNil: z.boolean(),
    nextStep: z.string().nullable(),
    workstream: Id.nullable(),
    /** What the answer speaks of, when that is not what the measure asks. */
    answeredFor: z.string().nullable(),
    /** Answers whose text this one points to or repeats. */
    seeAlso: z.array(Id),
  })
  .refine((answer) => (answer.state === 'answered') === (answer.level !== null), {
    path: ['level'],
    message: 'an answered measure has a level from 0 to 5, any other state has none',
  })
export type Answer = z.infer<typeof Answer>
