import { z } from 'zod'
import type { RecordOf } from './records/kinds.ts'
import { HandOverFields, PathwayFields } from './records/transition.ts'
import { TrainingNeedFields, TrainingOfferFields, WorkforcePostFields } from './records/workforce.ts'
import { statedNow } from './stated-now.ts'

/**
 * What a programme has arranged: hand-overs from children's to adult services, training, and posts. All of them are
 * added, changed and withdrawn in the same way.
 */
export const ArrangementKind = z.enum([
  'transition-pathway',
  'hand-over',
  'training-need',
  'training-offer',
  'workforce-post',
])
export type ArrangementKind = z.infer<typeof ArrangementKind>

/** Why, in the person's words; kept in the journal, not on the record. */
const reason = z.string().trim().max(1000).optional()

/** An arrangement to add. */
export const NewArrangement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('transition-pathway'), record: PathwayFields, reason }),
  z.strictObject({ kind: z.literal('hand-over'), record: HandOverFields, reason }),
  z.strictObject({ kind: z.literal('training-need'), record: TrainingNeedFields, reason }),
  z.strictObject({ kind: z.literal('training-offer'), record: TrainingOfferFields, reason }),
  z.strictObject({ kind: z.literal('workforce-post'), record: WorkforcePostFields, reason }),
])
export type NewArrangement = z.infer<typeof NewArrangement>

/** What may be changed on an arrangement. A field left out stays as it is; null empties it. */
export const ArrangementChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('transition-pathway'), change: PathwayFields.partial(), reason }),
  z.strictObject({ kind: z.literal('hand-over'), change: HandOverFields.partial(), reason }),
  z.strictObject({ kind: z.literal('training-need'), change: TrainingNeedFields.partial(), reason }),
  z.strictObject({ kind: z.literal('training-offer'), change: TrainingOfferFields.partial(), reason }),
  z.strictObject({ kind: z.literal('workforce-post'), change: WorkforcePostFields.partial(), reason }),
])
export type ArrangementChange = z.infer<typeof ArrangementChange>

/** An arrangement of any kind, with its kind. */
export type Arrangement = { [K in ArrangementKind]: { kind: K; record: RecordOf<K> } }[ArrangementKind]

/** An arrangement after a change of its own kind. What somebody has set is stated from then on. */
export function changeArrangement(arrangement: Arrangement, { change }: ArrangementChange): Arrangement {
  const { kind, record } = arrangement
  const basis = statedNow(record.basis, Object.keys(change))
  // The caller has seen that both are of one kind, which the types of two unions cannot say.
  return { kind, record: { ...record, ...change, ...(record.basis && { basis }) } } as Arrangement
}

/** Why an arrangement cannot stand as it is, as field and sentence. */
export interface ArrangementProblem {
  path: string
  message: string
}

/** What does not fit together in an arrangement. */
export function arrangementProblems({ kind, record }: Arrangement): ArrangementProblem[] {
  if (kind === 'hand-over' && record.agreedOn !== null && record.agreed !== 'agreed')
    return [{ path: 'agreedOn', message: 'Only what is agreed has a date on which it was agreed' }]
  if (kind === 'training-need' && record.asOf === null && record.trained !== null)
    return [{ path: 'asOf', message: 'Say on which date that many were trained' }]
  return []
}
