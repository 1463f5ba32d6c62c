import { z } from 'zod'
import { EarlierName, GroupKind, GroupState, ReportFrequency } from './records/governance.ts'
import { Id, IsoDateSchema, PartialDateSchema } from './vocabulary.ts'
import { FlagEffect } from './flag-views.ts'

const Named = z.strictObject({ id: Id, name: z.string() })

/** A governance group with the groups it reports to, did, or may. */
export const GroupView = z.strictObject({
  id: Id,
  /** Of the group and its reporting lines together: it goes up with each change to either. */
  version: z.number().int(),
  name: z.string(),
  kind: GroupKind,
  state: GroupState,
  reportsTo: z.array(z.strictObject({ id: Id, name: z.string(), state: z.string() })),
  chair: Named.nullable(),
  chairAsStated: z.string().nullable(),
  endsOn: PartialDateSchema.nullable(),
  reports: ReportFrequency.nullable(),
  earlierNames: z.array(EarlierName),
  /** The group that took its work over. */
  successor: Named.nullable(),
  mayDraft: z.boolean(),
})
export type GroupView = z.infer<typeof GroupView>

export const GroupSaved = z.strictObject({ item: GroupView, flags: FlagEffect })
export type GroupSaved = z.infer<typeof GroupSaved>

const name = z.string().trim().min(1).max(200)
const reason = z.string().trim().min(1).max(1000)

/** A group to add. One for a task ends with it, so it has a day on which it ends. */
export const NewGroup = z
  .strictObject({
    name,
    kind: GroupKind,
    state: z.enum(['active', 'forming']),
    reportsTo: z.array(Id).max(20),
    chair: Id.nullable(),
    endsOn: PartialDateSchema.nullable(),
    reports: ReportFrequency.nullable(),
    reason,
  })
  .refine(({ kind, endsOn }) => kind !== 'task-and-finish' || endsOn !== null, {
    path: ['endsOn'],
    message: 'A task and finish group needs a date on which it ends',
  })
export type NewGroup = z.infer<typeof NewGroup>

/**
 * What changes about a group; what is left out stays. `reportsTo` names every group it reports to from now on: other
 * lines that held become former ones.
 */
export const GroupChange = z
  .strictObject({
    name: name.optional(),
    kind: GroupKind.optional(),
    state: z.enum(['active', 'forming']).optional(),
    reportsTo: z.array(Id).max(20).optional(),
    chair: Id.nullable().optional(),
    endsOn: PartialDateSchema.nullable().optional(),
    reports: ReportFrequency.nullable().optional(),
    reason,
  })
  .refine((change) => Object.keys(change).length > 1, { message: 'Change at least one thing' })
export type GroupChange = z.infer<typeof GroupChange>

/** The end of a group. Those that reported to it report to its successor, where there is one. */
export const GroupRetirement = z.strictObject({
  endedOn: IsoDateSchema,
  successor: Id.nullable(),
  reason,
})
export type GroupRetirement = z.infer<typeof GroupRetirement>
