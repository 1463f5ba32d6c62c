import { z } from 'zod'
import type { ArrangementKind } from './arrangement-change.ts'
import { ServiceView } from './coverage-views.ts'
import { HandOver, TransitionPathway } from './records/transition.ts'
import { TrainingNeed, TrainingOffer, WorkforcePost } from './records/workforce.ts'
import { FlagEffect } from './flag-views.ts'
import { RecordRefView } from './reference-views.ts'
import { TaskView } from './views.ts'
import { Id } from './vocabulary.ts'

/** What the service answers about hand-overs, training and posts. */

const versioned = { version: z.number().int(), mayUpdate: z.boolean() }

export const PathwayView = z.strictObject({
  kind: z.literal('transition-pathway'),
  record: TransitionPathway,
  ...versioned,
})
export const HandOverView = z.strictObject({ kind: z.literal('hand-over'), record: HandOver, ...versioned })
export type HandOverView = z.infer<typeof HandOverView>
export const TrainingNeedView = z.strictObject({
  kind: z.literal('training-need'),
  record: TrainingNeed,
  ...versioned,
})
export type TrainingNeedView = z.infer<typeof TrainingNeedView>
export const TrainingOfferView = z.strictObject({
  kind: z.literal('training-offer'),
  record: TrainingOffer,
  ...versioned,
})
export type TrainingOfferView = z.infer<typeof TrainingOfferView>
export const WorkforcePostView = z.strictObject({
  kind: z.literal('workforce-post'),
  record: WorkforcePost,
  ...versioned,
})
export type WorkforcePostView = z.infer<typeof WorkforcePostView>

/** One arrangement with its version, and whether this person may change it. */
export const ArrangementView = z.discriminatedUnion('kind', [
  PathwayView,
  HandOverView,
  TrainingNeedView,
  TrainingOfferView,
  WorkforcePostView,
])
export type ArrangementView = z.infer<typeof ArrangementView>
/** The view of one kind of arrangement. */
export type ArrangementViewOf<K extends ArrangementKind> = Extract<ArrangementView, { kind: K }>

export const ArrangementSaved = z.strictObject({ item: ArrangementView, flags: FlagEffect })
export type ArrangementSaved = z.infer<typeof ArrangementSaved>

export const ServiceSaved = z.strictObject({ item: ServiceView, flags: FlagEffect })
export type ServiceSaved = z.infer<typeof ServiceSaved>

/** A pathway with what is handed over on it, youngest age first. */
export const PathwayRow = z.strictObject({
  pathway: PathwayView,
  sendingProviderName: z.string().nullable(),
  receivingProviderName: z.string().nullable(),
  handOvers: z.array(HandOverView),
})
export type PathwayRow = z.infer<typeof PathwayRow>

/** The pathways from children's to adult services, with the tasks on the hand-over, which both apps show. */
export const TransitionView = z.strictObject({
  pathways: z.array(PathwayRow),
  tasks: z.array(TaskView),
  providers: z.array(RecordRefView),
  mayAdd: z.boolean(),
})
export type TransitionView = z.infer<typeof TransitionView>

/** What training is needed and offered. */
export const TrainingView = z.strictObject({
  needs: z.array(TrainingNeedView),
  offers: z.array(TrainingOfferView),
  mayAdd: z.boolean(),
})
export type TrainingView = z.infer<typeof TrainingView>

/** Required hours of a week at which nobody would be there any more, place by place. */
export const HeldUp = z.strictObject({
  requirement: RecordRefView,
  hours: z.number(),
  places: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      hours: z.number(),
      /** In minutes from Monday 00:00, in order. */
      spans: z.array(z.strictObject({ from: z.number().int(), to: z.number().int() })),
    }),
  ),
})
export type HeldUp = z.infer<typeof HeldUp>

/** A post with what would fall to nobody if the services that it holds up stopped. */
export const PostRow = z.strictObject({
  post: WorkforcePostView,
  providerName: z.string().nullable(),
  services: z.array(RecordRefView),
  holdsUp: z.array(HeldUp),
})
export type PostRow = z.infer<typeof PostRow>

/** Posts, and the services that alone hold up some required hours. */
export const CapacityView = z.strictObject({
  posts: z.array(PostRow),
  alone: z.array(
    z.strictObject({
      service: RecordRefView,
      /** The condition on which it runs. */
      conditional: z.string().nullable(),
      capacityConcern: z.boolean(),
      /** The posts on record for it. */
      posts: z.array(Id),
      holdsUp: z.array(HeldUp),
    }),
  ),
  services: z.array(RecordRefView),
  providers: z.array(RecordRefView),
  mayAdd: z.boolean(),
})
export type CapacityView = z.infer<typeof CapacityView>
