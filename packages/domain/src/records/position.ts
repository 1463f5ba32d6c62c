import { z } from 'zod'
import { Audience, GapState, Id, PartialDateSchema, recordBase } from '../vocabulary.ts'

/**
 * Where the programme says it stands on one requirement, in the four columns boards know:
 * action (the requirement), progress, gaps, next steps. Used for duties, foundations and delivery-plan items.
 */
export const Position = z.strictObject({
  ...recordBase,
  requirement: Id,
  progress: z.string().nullable(),
  gap: z.string().nullable(),
  gapState: GapState.nullable(),
  nextStep: z.string().nullable(),
  due: PartialDateSchema.nullable(),
  /** Audiences the stated progress speaks of; empty when it does not say. */
  audienceCovered: z.array(Audience),
  elementsCovered: z.array(z.string()),
  elementsNotMentioned: z.array(z.string()),
  /** True when the programme calls its own statement uncertain. */
  uncertain: z.boolean(),
  /** True when the evidence is about something near the requirement rather than the requirement itself. */
  proxyEvidence: z.boolean(),
  evidenceDate: PartialDateSchema.nullable(),
  /** Whether a workstream carries this requirement; null when it is not said. */
  hasWorkstream: z.boolean().nullable(),
  /** Building blocks the position names, for a foundation. */
  blocks: z.array(Id),
})
export type Position = z.infer<typeof Position>

/** A gap that people of the system named, with the work that may answer it. */
export const StatedGap = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  theme: z.string().nullable(),
  requirement: Id.nullable(),
  /** Tasks that answer the gap under the same requirement, and elsewhere. */
  answeredBy: z.array(Id),
  answeredElsewhereBy: z.array(Id),
  /** Who named it: stakeholders in a self-assessment, a workshop, or the strategy's own text. */
  kind: z.enum(['stakeholder', 'workshop', 'strategy']),
})
export type StatedGap = z.infer<typeof StatedGap>
