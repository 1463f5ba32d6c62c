import { z } from 'zod'
import { Id, IsoDateSchema, PartialDateSchema, recordBase } from '../vocabulary.ts'

export const GroupKind = z.enum([
  'statutory-board',
  'partnership',
  'programme-board',
  'oversight',
  'delivery',
  'task-and-finish',
  'working-group',
  'themed',
  'partner',
  'other',
])

export const ReportFrequency = z.enum(['monthly', 'quarterly', 'twice-yearly', 'annual', 'not-stated'])

export const GroupState = z.enum(['active', 'forming', 'retired', 'unknown'])

export const EarlierName = z.strictObject({ name: z.string().min(1), until: IsoDateSchema })

export const GovernanceGroup = z.strictObject({
  ...recordBase,
  name: z.string().min(1),
  kind: GroupKind,
  state: GroupState,
  /** A person of this programme, when one is named. */
  chair: Id.nullable(),
  chairAsStated: z.string().nullable(),
  endsOn: PartialDateSchema.nullable(),
  /** How often it receives a highlight report; null when it receives none, as far as the papers say. */
  reports: ReportFrequency.nullable(),
  /** The last day of the latest period it received a highlight report for; null when none is on record. */
  lastReportOn: PartialDateSchema.nullable().default(null),
  memberCount: z.number().int().positive().nullable(),
  /** What it was called before, with the last day of each name; left out where it never changed. */
  earlierNames: z.array(EarlierName).optional(),
  /** The group that took its work over when it was retired, where one did. */
  successor: Id.nullable().optional(),
})
export type GovernanceGroup = z.infer<typeof GovernanceGroup>

export const ReportingLine = z.strictObject({
  ...recordBase,
  from: Id,
  to: Id,
  state: z.enum(['stated', 'former', 'future-unconfirmed']),
})
export type ReportingLine = z.infer<typeof ReportingLine>

/** A post in the programme's governance, by role and never by name. `filled: null` means that it is not said. */
export const Post = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  role: z.enum(['sro', 'approver', 'programme-office', 'clinical-lead', 'commissioner', 'other']),
  filled: z.boolean().nullable(),
  group: Id.nullable(),
  /** The person of this programme who holds it, where one is named. */
  holder: Id.nullable().optional(),
})
export type Post = z.infer<typeof Post>

export const OpenIssue = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  requirement: Id.nullable(),
})
export type OpenIssue = z.infer<typeof OpenIssue>
