import { z } from 'zod'
import { Id, IsoDateSchema, Level, PartialDateSchema, recordBase } from '../vocabulary.ts'

/** How a round that is scored here stands; only an open one can be answered. */
export const RoundState = z.enum(['open', 'signed-off', 'withdrawn'])
export type RoundState = z.infer<typeof RoundState>

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
  /** Absent on a round that came from a form, which is as it is. */
  state: RoundState.optional(),
  startedOn: IsoDateSchema.optional(),
  /** The round that was current when this one was started; null when there was none. */
  follows: Id.nullable().optional(),
  signedOffOn: IsoDateSchema.optional(),
  /** Who signed it off here; `signedOffBy` says in which capacity. */
  signer: Id.optional(),
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
    /** Why the measure does not apply, where the answer says that it does not. */
    whyNotApplicable: z.string().nullable().optional(),
    /** The answer of the round before that a person confirmed word for word; a change of the text takes it out. */
    confirms: Id.nullable().optional(),
  })
  .refine((answer) => (answer.state === 'answered') === (answer.level !== null), {
    path: ['level'],
    message: 'an answered measure has a level from 0 to 5, any other state has none',
  })
export type Answer = z.infer<typeof Answer>

/** What one organisation answers to a measure in a round. It counts nowhere: the moderated answer is the one that does. */
export const OrganisationAnswer = z
  .strictObject({
    ...recordBase,
    assessment: Id,
    measure: Id,
    provider: Id,
    state: AnswerState.exclude(['not-scored']),
    level: Level.nullable(),
    evidence: z.string().nullable(),
    gap: z.string().nullable(),
    whyNotApplicable: z.string().nullable(),
  })
  .refine((answer) => (answer.state === 'answered') === (answer.level !== null), {
    path: ['level'],
    message: 'an answered measure has a level from 0 to 5, any other state has none',
  })
export type OrganisationAnswer = z.infer<typeof OrganisationAnswer>
