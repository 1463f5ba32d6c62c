import { z } from 'zod'
import { Id, PartialDateSchema, recordBase } from '../vocabulary.ts'

const Name = z.string().trim().min(1).max(300)
const People = z.number().int().nonnegative().max(1_000_000)
/** Whole-time equivalents, to two decimals. */
const Wte = z.number().nonnegative().max(100_000).multipleOf(0.01)

export const TrainingLevel = z.enum(['core', 'intermediate', 'advanced'])
export type TrainingLevel = z.infer<typeof TrainingLevel>

/** What a person may set on a training need. A number that is not known is null, which is not zero. */
export const TrainingNeedFields = z.strictObject({
  staffGroup: Name,
  level: TrainingLevel,
  needed: People.nullable(),
  trained: People.nullable(),
  asOf: PartialDateSchema.nullable(),
  state: z.enum(['current', 'withdrawn']),
})

/** How many people of one staff group need training at one level, and how many have it. */
export const TrainingNeed = z.strictObject({ ...recordBase, ...TrainingNeedFields.shape })
export type TrainingNeed = z.infer<typeof TrainingNeed>

/** What a person may set on a training offer. */
export const TrainingOfferFields = z.strictObject({
  title: Name,
  /** Who gives it, as people name them: often nobody who gives care. */
  givenBy: Name.nullable(),
  /** Empty when it is not said whom it is for. */
  staffGroups: z.array(Name).max(50),
  level: TrainingLevel.nullable(),
  places: People.nullable(),
  state: z.enum(['not-known', 'planned', 'running', 'ended', 'withdrawn']),
})

export const TrainingOffer = z.strictObject({ ...recordBase, ...TrainingOfferFields.shape })
export type TrainingOffer = z.infer<typeof TrainingOffer>

/** What a person may set on a post. */
export const WorkforcePostFields = z.strictObject({
  title: Name,
  provider: Id.nullable(),
  /** The services that the post holds up. */
  services: z.array(Id).max(50),
  wteFunded: Wte.nullable(),
  wteInPost: Wte.nullable(),
  vacantSince: PartialDateSchema.nullable(),
  /** Whether nobody else can do the work. */
  singlePoint: z.enum(['yes', 'no', 'not-known']),
  state: z.enum(['current', 'withdrawn']),
})

/** A post, or several alike, in the services that give care; by role and never by name. */
export const WorkforcePost = z.strictObject({ ...recordBase, ...WorkforcePostFields.shape })
export type WorkforcePost = z.infer<typeof WorkforcePost>
