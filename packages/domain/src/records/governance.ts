import { z } from 'zod'
import { Id, PartialDateSchema, recordBase } from '../vocabulary.ts'

export const GroupState = z.enum(['active', 'forming', 'retired', 'unknown'])

export const GovernanceGroup = z.strictObject({
  ...recordBase,
  name: z.string().min(1),
  kind: z.enum([
    'statutory-board',
    'partnership',
    'programme-board',
    'oversight',
    'delivery',
    'task-and-finish',
    'working-group',
    'partner',
    'other',
  ]),
  state: GroupState,
  /** A person of this programme, when one is named. */
  chair: Id.nullable(),
  chairAsStated: z.string().nullable(),
  endsOn: PartialDateSchema.nullable(),
  /** How often it receives a highlight report; null when it receives none, as far as the papers say. */
  reports: z.enum(['monthly', 'quarterly', 'twice-yearly', 'annual', 'not-stated']).nullable(),
  /** The last day of the latest period it received a highlight report for; null when none is on record. */
  lastReportOn: PartialDateSchema.nullable().default(null),
  memberCount: z.number().int().positive().nullable(),
})
export type GovernanceGroup = z.infer<typeof GovernanceGroup>

export const ReportingLine = z.strictObject({
  ...recordBase,
  from: Id,
  to: Id,
  state: z.enum(['stated', 'former', 'future-unconfirmed']),
})
export type ReportingLine = z.infer<typeof ReportingLine>

export const Meeting = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  group: Id.nullable(),
  date: PartialDateSchema,
})
export type Meeting = z.infer<typeof Meeting>

/** A post in the programme's governance, by role and never by name. `filled: null` means that it is not said. */
export const Post = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  role: z.enum(['sro', 'approver', 'programme-office', 'clinical-lead', 'commissioner', 'other']),
  filled: z.boolean().nullable(),
  group: Id.nullable(),
})
export type Post = z.infer<typeof Post>

export const OpenIssue = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  requirement: Id.nullable(),
})
export type OpenIssue = z.infer<typeof OpenIssue>
